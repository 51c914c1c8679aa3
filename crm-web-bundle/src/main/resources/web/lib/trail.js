/**
 * The column from which an opportunity was opened, for "3 of 15" and the steps to its neighbours. Lives as long as the
 * tab.
 */
const KEY = 'crm.trail';

export function leaveTrail(ids, of, opened) {
  sessionStorage.setItem(KEY, JSON.stringify({ ids, of, opened }));
}

/** The one that was opened last from a column. */
export const openedLast = () => JSON.parse(sessionStorage.getItem(KEY) || '{}').opened;

export function neighboursOf(id) {
  const { ids = [], of } = JSON.parse(sessionStorage.getItem(KEY) || '{}');
  const at = ids.indexOf(id);
  return at < 0 ? null : { at: at + 1, of, before: ids[at - 1], after: ids[at + 1] };
}
