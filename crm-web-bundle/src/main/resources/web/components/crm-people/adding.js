import { api } from '../../lib/api.js';

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

export const emailOf = text => (ADDRESS.test(text.trim()) ? text.trim() : null);

/** The person for what was chosen. A typed address is the contact who has it, or a new one. */
export async function personFor({ id, kind, name }) {
  if (id) return { kind, id };
  const email = emailOf(name);
  const { items } = await api.get('/contacts', { q: email, limit: 20 });
  const known = items.find(c => c.email?.toLowerCase() === email.toLowerCase());
  return { kind: 'contact', id: (known || await api.create('/contacts', { name: email, email })).id };
}
