import { api } from '../../lib/api.js';

const SHOWN = 2;
const worth = { email: text => /.@.+\../.test(text), phone: text => text.replace(/\D/g, '').length > 5,
  name: text => text.trim().length > 2 };

/**
 * Who has this address, number or name already, and what is open with them: {contact, open, deals}. For a customer
 * who was chosen, only what is open with them.
 */
export async function lookAlikes({ contact, ...typed }) {
  if (contact?.id) {
    const found = await withDeals(contact);
    return found.open ? [found] : [];
  }
  const asked = Object.fromEntries(Object.entries(typed).filter(([key, text]) => text && worth[key](text)));
  if (!Object.keys(asked).length) return [];
  const { contacts, opportunities } = await api.get('/opportunities/duplicates', asked);
  const known = new Set(contacts.map(c => c.id));
  const others = opportunities.filter(o => !known.has(o.customer?.id));
  return [
    ...contacts.slice(0, 3).map(c => ({ contact: c, open: c.open,
      deals: opportunities.filter(o => o.customer?.id === c.id).slice(0, SHOWN) })),
    ...(others.length ? [{ open: others.length, deals: others.slice(0, SHOWN) }] : []),
  ];
}

async function withDeals(contact) {
  const { items, total } = await api.get('/opportunities',
    { customer: contact.id, outcome: 'open', limit: SHOWN, count: true });
  return { contact, open: total ?? items.length, deals: items };
}
