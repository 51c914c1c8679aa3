/** What a column can become, where the server does not say it itself. */
export const FIELDS = {
  opportunities: [['name', 'Name'], ['customer', 'Customer'], ['customerEmail', 'Customer’s email'], ['email', 'Email'], ['phone', 'Phone'], ['expectedRevenue', 'Expected revenue'], ['stage', 'Stage'], ['salesperson', 'Salesperson'], ['team', 'Team'], ['priority', 'Priority'], ['probability', 'Probability'], ['expectedClosing', 'Expected closing'], ['createdAt', 'Created on'], ['closedAt', 'Closed on'], ['lostReason', 'Lost reason'], ['tags', 'Tags'], ['description', 'Description'], ['externalId', 'Number in the other system']],
  contacts: [['name', 'Name'], ['email', 'Email'], ['phone', 'Phone'], ['company', 'Company'], ['externalId', 'Number in the other system']],
  users: [['name', 'Name'], ['login', 'Login'], ['email', 'Email'], ['team', 'Team'], ['roles', 'Roles'], ['externalId', 'Number in the other system']],
  teams: [['name', 'Name'], ['leader', 'Leader'], ['member', 'Member'], ['externalId', 'Number in the other system']],
};

/** The fields that this import offers: the server's list where it gives one. */
export function fieldsOf(job) {
  const own = job.fields?.map(f => (typeof f === 'string' ? [f, FIELDS[job.kind]?.find(k => k[0] === f)?.[1] || f] : [f.key || f.name, f.label || f.name || f.key]));
  return own || FIELDS[job.kind] || [];
}

/** A few values of a column to look at. */
export function samples(job, column) {
  const at = job.columns.indexOf(column);
  return [...new Set((job.sample || []).map(row => (Array.isArray(row) ? row[at] : row[column])).filter(v => v !== undefined && v !== null && v !== ''))].slice(0, 3).join(' · ');
}

/** The words in the column that became a stage, so that each can be given one of ours. */
export function valuesOf(job, field) {
  const known = Object.keys(job.values?.[field] || {});
  const column = Object.entries(job.mapping || {}).find(([, f]) => f === field)?.[0];
  if (!column) return [];
  const at = job.columns.indexOf(column);
  const seen = (job.sample || []).map(row => (Array.isArray(row) ? row[at] : row[column]));
  return [...new Set([...known, ...(job.distinct?.[column] || []), ...seen])].filter(Boolean);
}
