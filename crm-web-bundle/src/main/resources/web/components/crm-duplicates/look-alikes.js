import { api } from '../../lib/api.js';
import { has } from '../../lib/session.js';

const SHOWN = 2;
const digits = text => (text || '').replace(/\D/g, '');

/** Contacts with this address or phone number, and what is open with them: {contact, open, deals}. */
export async function lookAlikes({ contact, email, phone }) {
  const asked = [];
  if (contact?.id) asked.push(Promise.resolve([contact]));
  if (/.@.+\../.test(email || '')) asked.push(api.get('/contacts', { email: email.trim(), limit: 3 }).then(p => p.items));
  if (digits(phone).length > 5) asked.push(api.get('/contacts', { q: phone.trim(), limit: 3 }).then(p => p.items));
  const contacts = [...new Map((await Promise.all(asked)).flat().map(c => [c.id, c])).values()].slice(0, 3);
  return (await Promise.all(contacts.map(withDeals))).filter(f => !contact?.id || f.open);
}

async function withDeals(contact) {
  if (!has('pipeline')) return { contact, open: 0, deals: [] };
  const { items, total } = await api.get('/opportunities', { customer: contact.id, outcome: 'open', limit: SHOWN, count: true });
  return { contact, open: total ?? items.length, deals: items };
}
