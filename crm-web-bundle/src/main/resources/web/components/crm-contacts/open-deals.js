import { all } from '../../lib/api.js';

/**
 * What is open with each contact of a list: how many, how much by currency, and whose. One question a page of contacts.
 */
export class OpenDeals {
  constructor(host) {
    Object.assign(this, { host, known: new Map(), asked: new Set() });
  }

  /** Undefined until it is known. */
  of(id) {
    return this.known.get(id);
  }

  forget() {
    this.asked.clear();
    this.host.requestUpdate();
  }

  async learn(contacts) {
    const fresh = contacts.map(c => c.id).filter(id => !this.asked.has(id));
    if (!fresh.length) return;
    fresh.forEach(id => this.asked.add(id));
    const deals = await all('/opportunities', { customer: fresh, outcome: 'open' }).catch(() => null);
    if (!deals) return;
    fresh.forEach(id => this.known.set(id, total(deals.filter(o => o.customer?.id === id))));
    this.host.requestUpdate();
  }
}

function total(deals) {
  const sums = new Map();
  deals.filter(o => o.expectedRevenue).forEach(({ expectedRevenue: { amount, currency } }) =>
    sums.set(currency, (sums.get(currency) || 0) + Number(amount)));
  const owners = new Map(deals.filter(o => o.salesperson).map(o => [o.salesperson.id, o.salesperson]));
  return {
    count: deals.length, owners: [...owners.values()],
    sums: [...sums].map(([currency, amount]) => ({ currency, amount })),
  };
}
