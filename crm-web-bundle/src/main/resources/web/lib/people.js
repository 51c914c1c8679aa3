import { api } from './api.js';
import { catalog } from './catalog.js';

/** Searches for pickers: each answers with {id, name, sub}. */

export const findContacts = async q => (await api.get('/contacts', { q, limit: 8 })).items.map(c =>
  ({ ...c, sub: [c.company !== c.name && c.company, c.email].filter(Boolean).join(' · ') }));

const matching = (list, q) => list.filter(o => o.name.toLowerCase().includes(q.toLowerCase()));

export const findUsers = async q => matching(await catalog.users(), q).slice(0, 12).map(u => ({ ...u, sub: u.email }));

export const findTeams = async q => matching(await catalog.teams(), q).slice(0, 12);

/** Who can have an activity: a colleague, or a team of which somebody claims it. */
export const findAssignees = async q => [...await findUsers(q),
  ...(await findTeams(q)).map(t => ({ ...t, kind: 'team', sub: 'team' }))];

export const findOpportunities = async q => (await api.get('/opportunities',
  { q, limit: 8, outcome: q ? undefined : 'open' })).items.map(o =>
    ({ id: o.id, name: o.name, sub: o.customer?.name }));

/** Anybody: colleagues first, then contacts. */
export async function findPeople(q) {
  const [users, contacts] = await Promise.all([findUsers(q), q ? findContacts(q) : []]);
  return [...users.slice(0, 6).map(u => ({ ...u, kind: 'user' })),
    ...contacts.slice(0, 6).map(c => ({ ...c, kind: 'contact' }))];
}

/** Names of the roles that have a template of what followers hear of. */
export const FOLLOWER_ROLES = { salesperson: 'Salespeople', manager: 'Managers', admin: 'Administrators',
  external: 'People outside' };
