import { api } from '../../lib/api.js';
import { day } from '../../lib/format.js';
import { say } from '../../lib/notices.js';
import { title } from '../crm-activity/title.js';

const NAMES = { day: 'A day later', monday: 'Next Monday', week: 'A week later' };

/** Later days at hand: [{name, dueDate, when}]; they are the server's, in the assignee's zone and working week. */
export async function laterDays(activityId) {
  const { choices } = await api.get(`/activities/${activityId}/reschedule-choices`);
  return choices.map(({ key, dueDate }) => ({
    name: NAMES[key] || key,
    dueDate,
    when: day(dueDate, { weekday: 'short' }),
  }));
}

/** Moves an activity to another day and says so; gives the activity as it is then. */
export async function moveTo(activity, dueDate) {
  const answer = await api.patch(`/activities/${activity.id}`, { dueDate }, activity.version);
  say(`${title(activity)} is due ${day(dueDate)}.`);
  return answer;
}
