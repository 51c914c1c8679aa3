/** "Email: prices for next year"; a plain to-do, and a summary that says its type already, is that summary alone. */
export function title({ type, summary }) {
  if (!summary) return type.name;
  return type.category === 'todo' || summary.toLowerCase().startsWith(type.name.toLowerCase()) ? summary
    : `${type.name}: ${summary}`;
}
