/**
 * The columns of a board as plain values, and the steps on them. Each step gives new columns and leaves the old ones
 * alone.
 */

export function locate(columns, id) {
  for (const column of columns) {
    const index = column.items.findIndex(c => c.id === id);
    if (index >= 0) return { column, index, card: column.items[index] };
  }
  return null;
}

/** The cards that stand above and below a place, the moving one left out. */
export function neighbours(columns, stageId, index, id) {
  const items = columns.find(c => c.stage.id === stageId).items.filter(c => c.id !== id);
  return { afterId: items[index - 1]?.id, beforeId: items[index]?.id };
}

/** Takes the card from where it is and puts it, as `card` says it is now, at a place of a column. Totals follow. */
export function place(columns, card, stageId, index) {
  return columns.map(column => {
    const old = column.items.find(c => c.id === card.id);
    if (!old && column.stage.id !== stageId) return column;
    const items = column.items.filter(c => c.id !== card.id);
    let totals = old ? count(column, old, -1) : column;
    if (column.stage.id === stageId) {
      items.splice(Math.min(index, items.length), 0, card);
      totals = count(totals, card, 1);
    }
    return { ...totals, items };
  });
}

/** A card that was changed where it stands, or moved by the server: there it goes on top. */
export function put(columns, card) {
  const at = locate(columns, card.id);
  const stageId = card.stageId ?? at?.column.stage.id;
  return place(columns, { ...at?.card, ...card }, stageId, at && at.column.stage.id === stageId ? at.index : 0);
}

export function remove(columns, id) {
  return columns.map(c => (c.items.some(o => o.id === id)
    ? { ...count(c, c.items.find(o => o.id === id), -1), items: c.items.filter(o => o.id !== id) } : c));
}

/** A further page of a column, without the cards that came in meanwhile by hand. */
export function append(columns, stageId, page) {
  return columns.map(c => {
    if (c.stage.id !== stageId) return c;
    const have = new Set(c.items.map(o => o.id));
    return { ...c, items: [...c.items, ...page.items.filter(o => !have.has(o.id))], next: page.next };
  });
}

/**
 * What the server has now; a column or card in which nothing changed stays the same object, so that nothing is drawn
 * for it.
 */
export function merge(old, fresh) {
  return fresh.map(f => {
    const before = old.find(c => c.stage.id === f.stage.id);
    if (!before) return f;
    const known = new Map(before.items.map(card => [card.id, card]));
    const items = f.items.map(card => {
      const had = known.get(card.id);
      return had && JSON.stringify(had) === JSON.stringify(card) ? had : card;
    });
    return { ...f, items };
  });
}

function count(column, card, sign) {
  const probability = column.stage.kind === 'won' ? 100 : column.stage.kind === 'lost' ? 0 : card.probability
    ?? column.stage.probability ?? 0;
  const state = card.activityState || 'none';
  return {
    ...column,
    count: column.count + sign,
    sum: add(column.sum, card.expectedRevenue, sign),
    weighted: add(column.weighted, card.expectedRevenue, sign * probability / 100),
    activity: column.activity && { ...column.activity, [state]: Math.max(0, (column.activity[state] || 0) + sign) },
  };
}

function add(sum = [], money, factor) {
  if (!money) return sum;
  const held = sum.find(m => m.currency === money.currency);
  const amount = (Number(held?.amount || 0) + Number(money.amount) * factor).toFixed(2);
  return [...sum.filter(m => m !== held), { amount, currency: money.currency }];
}
