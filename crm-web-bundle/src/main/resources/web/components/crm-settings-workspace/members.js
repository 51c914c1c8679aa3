/** The settings of the workspace, as groups of questions. A member that the server does not have is not asked for. */
export const GROUPS = [
  { title: 'Working time', text: 'Business days are counted by these; so are due dates that would fall on a day off.',
    members: [
    { name: 'workingDays', label: 'Working days', kind: 'weekdays' },
    { name: 'holidays', label: 'Days off', kind: 'dates' },
  ] },
  { title: 'Pipeline', members: [
    { name: 'undoSeconds', label: 'Seconds in which a stage change can be taken back', kind: 'number', max: 60,
      hint: 'Notifications wait that long.' },
    { name: 'firstActivityTypeId', label: 'Type of the first activity', kind: 'type' },
    { name: 'openActivitiesOnWon', label: 'Planned activities of what is won', kind: 'choice',
      options: [['keep', 'stay planned'], ['done', 'are done'], ['cancel', 'are cancelled']] },
  ] },
  { title: 'Teams', members: [
    { name: 'teamRecords', label: 'Salespeople and the records of their teams', kind: 'choice',
      options: [['edit', 'can change them'], ['read', 'can only read them']] },
  ] },
  { title: 'Messages', members: [
    { name: 'followOnPost', label: 'Whoever writes a message follows the record', kind: 'flag' },
    { name: 'externalLinkShowsStage', label: 'Customers see the stage on the page that a mail links to', kind: 'flag' },
    { name: 'mailDelaySeconds', label: 'Seconds before a mail leaves', kind: 'number', max: 3600 },
    { name: 'editWindowMinutes', label: 'Minutes in which a message can be edited', kind: 'number', max: 1440 },
    { name: 'attachmentLimitMb', label: 'Largest attachment, in MB', kind: 'number', min: 1, max: 1024 },
  ] },
];

export const WEEKDAYS = [['mo', 'Mon'], ['tu', 'Tue'], ['we', 'Wed'], ['th', 'Thu'], ['fr', 'Fri'], ['sa', 'Sat'],
  ['su', 'Sun']];
