/** Numbers to places. */

/** Up to four steps from nought to at least the highest value, at round numbers. */
export function ticks(top, whole = false) {
  if (!(top > 0)) return [0, 1];
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max([1, 2, 2.5, 5, 10].map(f => f * power).find(s => s >= rough * 0.999), whole ? 1 : 0);
  const round = whole ? Math.ceil(step) : step;
  return Array.from({ length: Math.ceil(top / round - 1e-9) + 1 }, (_, i) => i * round);
}

/** Text that fits into so many pixels of the small type; its whole stands in the title. */
export function cut(text = '', width) {
  const room = Math.floor(width / 6.4);
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`;
}

/** Every how many-th label is written so that they do not touch. */
export const every = (band, longest) => Math.max(1, Math.ceil((longest * 6.2 + 10) / band));
