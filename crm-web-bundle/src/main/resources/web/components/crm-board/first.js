import { api } from '../../lib/api.js';
import { filtersOf } from '../../lib/filters.js';

const FRESH = 10000;   // ms in which an answer that was asked for early may be shown
const CARDS = 24;      // of each column, more than fit on most screens; further ones come as one scrolls (index.html)

let held = null;

/** What the server is asked for the board of this address; without a sort, the order made by hand. */
export const askedOf = query => ({ ...filtersOf(query), sort: query.get('sort') || undefined });

/** The board as it is now: the first cards of each column. */
export const boardNow = asked => api.get('/board', { ...asked, limit: CARDS });

/**
 * Asks for the board beside who is here, before the view is drawn: on a slow network one way there and back less.
 * Settles when the answer is here.
 */
export function askEarly(query) {
  const asked = askedOf(query);
  const answer = boardNow(asked);
  const early = { key: JSON.stringify(asked), at: performance.now(), answer };
  held = early;
  return answer.then(() => { early.here = true; }, () => {});   // one that failed is asked for again
}

const serves = asked => held?.key === JSON.stringify(asked) && performance.now() - held.at < FRESH;

/** Whether the early answer is here, so that the board is drawn at once. */
export const isHere = asked => serves(asked) && held.here;

/** The board; the early answer serves once. */
export function board(asked) {
  const ask = () => boardNow(asked);
  const answer = serves(asked) ? held.answer.catch(ask) : ask();
  held = null;
  return answer;
}
