import { api } from '../../lib/api.js';
import { filtersOf } from '../../lib/filters.js';

const FRESH = 10000;   // ms in which an answer that was asked for early may be shown

let held = null;

/** What the server is asked for the board of this address; without a sort, the order made by hand. */
export const askedOf = query => ({ ...filtersOf(query), sort: query.get('sort') || undefined });

/** Asks for the board beside who is here, before the view is drawn: on a slow network one way there and back less. */
export function askEarly(query) {
  const asked = askedOf(query);
  const answer = api.get('/board', asked);
  answer.catch(() => {});   // whoever takes it asks again
  held = { key: JSON.stringify(asked), at: performance.now(), answer };
}

/** The board; the early answer serves once. */
export function board(asked) {
  const early = held;
  held = null;
  const ask = () => api.get('/board', asked);
  return early?.key === JSON.stringify(asked) && performance.now() - early.at < FRESH ? early.answer.catch(ask) : ask();
}
