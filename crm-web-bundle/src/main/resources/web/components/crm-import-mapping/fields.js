const LABELS = {
  name: 'Name', customer: 'Customer', email: 'Email', phone: 'Phone', expectedRevenue: 'Expected revenue',
    currency: 'Currency', stage: 'Stage', salesperson: 'Salesperson', team: 'Team', priority: 'Priority',
  createdAt: 'Created on', closingDate: 'Closed on', expectedClosing: 'Expected closing', lostReason: 'Lost reason',
    tags: 'Tags', description: 'Description', externalId: 'Number in the other system',
  company: 'Company', login: 'Login', role: 'Role', zone: 'Time zone', locale: 'Language', leader: 'Leader',
    member: 'Member',
};

/** Fields that several columns may share. */
export const MANY = new Set(['tags', 'description']);

/** What a column can become, as the server says for this kind of file. */
export const fieldsOf = job => job.fields.map(f => [f, LABELS[f] || f]);

/** A few values of a column to look at. */
export function samples(job, column) {
  const at = job.columns.indexOf(column);
  return [...new Set(job.sample.map(row => row[at]).filter(Boolean))].slice(0, 3).join(' · ');
}

/** The words in the column that became a stage, so that each can be given one of ours. */
export function stageWords(job) {
  const column = Object.entries(job.mapping || {}).find(([, f]) => f === 'stage')?.[0];
  if (!column) return [];
  const at = job.columns.indexOf(column);
  return [...new Set([...Object.keys(job.values?.stage || {}), ...job.sample.map(row => row[at])])].filter(Boolean);
}
