const TOGETHER = 120000;   // ms between two edits that read as one

const fields = e => e.changes.map(c => c.field).sort().join();
const isEdit = e => e.kind === 'change' && !e.body && e.changes?.length > 0;

/** Whether the newer edit goes on with the older: the same fields, by the same person, soon after. */
const goesOn = (newer, older) => isEdit(newer) && isEdit(older) && !newer.automatic && !older.automatic
  && newer.author?.kind === older.author?.kind && newer.author?.id === older.author?.id
  && Date.parse(newer.at) - Date.parse(older.at) <= TOGETHER && fields(newer) === fields(older);

const join = (newer, older) => ({ ...newer, changes: newer.changes.map(c =>
  ({ ...c, from: older.changes.find(o => o.field === c.field).from })) });

/** Two edits of one field within two minutes by one person are one line. The one that a link means stays by itself. */
export function joined(entries, linked) {
  const lines = [];
  for (const e of entries) {
    const newer = lines.at(-1);
    if (newer && newer.id !== linked && e.id !== linked && goesOn(newer, e)) lines[lines.length - 1] = join(newer, e);
    else lines.push(e);
  }
  return lines;
}
