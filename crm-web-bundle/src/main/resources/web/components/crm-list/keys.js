import { isCommand } from '../../lib/keys.js';

const ACTS = { m: 'move', w: 'won', l: 'lost' };

/**
 * The keys of a row: arrows walk, x selects, Shift with an arrow selects on; m, w and l are for what is selected, else
 * for the row.
 */
export function pressed(list, event) {
  const id = Number(event.target.closest('.l-row')?.dataset.id);
  if (event.ctrlKey || event.metaKey || event.altKey || (!id && !list.selection.size)) return;
  const clear = () => list.selection.size && list.selection.clear();
  const act = (id ? {
    ArrowDown: () => walk(list, id, 1, event.shiftKey),
    ArrowUp: () => walk(list, id, -1, event.shiftKey),
    Enter: () => event.target.closest('.l-row').querySelector('a').click(),
    Home: () => list.focusRow(list.items[0].id),
    End: () => list.focusRow(list.items.at(-1).id),
    Escape: clear,
    ...(isCommand(event) ? { x: () => list.selection.toggle(id), X: () => list.selection.toggle(id, true),
      a: () => list.schedule(id) } : {}),
  } : { Escape: clear })[event.key] || (isCommand(event) && ACTS[event.key]
    && (() => list.bulk(ACTS[event.key], list.selection.size ? undefined : [id])));
  if (!act) return;
  event.preventDefault();
  act();
}

function walk(list, id, step, range) {
  const at = list.items.findIndex(o => o.id === id) + step;
  const next = list.items[at];
  if (!next) return;
  if (range) {
    list.selection.put([id, next.id], true);
    list.selection.anchor = next.id;
  }
  list.focusRow(next.id);
}
