/**
 * What one line of text changes in the form. A value that an earlier text of the line put in, and that the new one does
 * not,
 * goes back to what stood there before it; what was typed into the field since stays.
 *
 * @param draft what stands in the form
 * @param line  what the line put in so far: {field: {value, before}}, or nothing
 * @param told  what the server understood
 */
export function fromLine(draft, line = {}, told = {}) {
  const next = {
    summary: told.summary || undefined,
    dueDate: told.dueDate || undefined,
    typeId: told.type?.id,
    assignee: told.assignee || undefined,
  };
  const patch = {};
  const kept = {};
  for (const [name, value] of Object.entries(next)) {
    const held = line[name];
    const untouched = held && draft[name] === held.value;
    if (value !== undefined) {
      kept[name] = { value, before: untouched ? held.before : draft[name] };
      if (draft[name] !== value) patch[name] = value;
    } else if (untouched) patch[name] = held.before;
  }
  return { patch, line: kept };
}
