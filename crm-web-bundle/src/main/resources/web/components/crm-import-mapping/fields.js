const LABELS = {
  name: 'Name', customer: 'Customer', customerEmail: 'Customer’s email', customerCompany: 'Customer’s company',
  email: 'Email', phone: 'Phone', expectedRevenue: 'Expected revenue', currency: 'Currency', stage: 'Stage',
  salesperson: 'Salesperson', team: 'Team', priority: 'Priority', probability: 'Probability', createdAt: 'Created on',
  stageSince: 'In this stage since', closingDate: 'Closing date', expectedClosing: 'Expected closing',
  lostReason: 'Lost reason', proposedReason: 'Proposed lost reason', closingNote: 'Closing note', tags: 'Tags',
  description: 'Description', externalId: 'Number in the other system', company: 'Company', login: 'Login',
  role: 'Role', zone: 'Time zone', locale: 'Language', leader: 'Leader', member: 'Member',
};
const PROSE = new Set(['description', 'notes', 'note', 'comments', 'comment', 'details']);
const bare = name => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Fields that several columns may share. */
export const MANY = new Set(['tags', 'description']);

/** What a column can become, as the server says for this kind of file. */
export const fieldsOf = job => job.fields.map(f => [f, LABELS[f] || f]);

/** A few values of a column to look at. */
export function samples(job, column) {
  const at = job.columns.indexOf(column);
  return [...new Set(job.sample.map(row => row[at]).filter(Boolean))].slice(0, 3).join(' · ');
}

/** The columns that are only kept as text in the description, because no field of ours is known for them. */
export const keptAsText = job => job.columns.filter(c => job.mapping?.[c] === 'description' && !PROSE.has(bare(c)));

/** The words in the column that became a stage, so that each can be given one of ours. */
export function stageWords(job) {
  const column = Object.entries(job.mapping || {}).find(([, f]) => f === 'stage')?.[0];
  if (!column) return [];
  const at = job.columns.indexOf(column);
  return [...new Set([...Object.keys(job.values?.stage || {}), ...job.sample.map(row => row[at])])].filter(Boolean);
}
