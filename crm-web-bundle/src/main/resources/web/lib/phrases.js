import { money, nearDay, time, zone } from './format.js';

/** A value of a phrase as everywhere else; an hour in its meeting's zone, named where that is not the reader's. */
function written(value) {
  if (value.day) return nearDay(value.day);
  if (value.amount) return money(value.amount);
  if (!value.at) return value.text;
  const elsewhere = value.zone === zone() ? '' : ` (${value.zone.replaceAll('_', ' ')})`;
  return `${nearDay(value.text.slice(0, 10))}, ${time(value.at, value.zone)}${elsewhere}`;
}

/**
 * A sentence of the server with its days, hours and amounts as the reader writes them. The values of its phrase
 * stand in it in their order: what is a day in the phrase is a day, and nothing else is touched.
 */
export function inReadersWords(sentence, phrase) {
  let said = '';
  let from = 0;
  for (const value of phrase?.values || []) {
    const at = value.text ? sentence.indexOf(value.text, from) : -1;
    if (at < 0) continue;
    said += sentence.slice(from, at) + written(value);
    from = at + value.text.length;
  }
  return said + sentence.slice(from);
}
