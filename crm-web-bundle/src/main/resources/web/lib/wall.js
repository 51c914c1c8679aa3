import { partsOf, time } from './format.js';

/** Wall times are texts such as 2026-06-03T09:00; their arithmetic knows no zone and no clock change. */
const MINUTE = 60000;

const asDate = wall => new Date(`${wall.length > 10 ? wall.slice(0, 16) : `${wall}T00:00`}Z`);
const asText = date => date.toISOString().slice(0, 16);

export const plusMinutes = (wall, minutes) => asText(new Date(asDate(wall).getTime() + minutes * MINUTE));

export const minutesBetween = (from, to) => Math.round((asDate(to) - asDate(from)) / MINUTE);

export const dateOf = wall => wall.slice(0, 10);

export const minuteOfDay = wall => minutesBetween(`${dateOf(wall)}T00:00`, wall);

/** The wall time of an instant where the reader is. */
export function wallOf(instant) {
  const part = partsOf(instant);
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant of a wall time where the reader is; in the hour that comes twice the first one (SEMANTICS T3). */
export function instantOf(wall) {
  const utc = asDate(wall).getTime();
  const offset = at => minutesBetween(asText(new Date(at)), wallOf(at)) * MINUTE;
  const early = utc - offset(utc - 12 * 60 * MINUTE);
  if (wallOf(early) === asText(asDate(wall))) return new Date(early).toISOString();
  return new Date(utc - offset(utc + 12 * 60 * MINUTE)).toISOString();
}

/** 14:30 or 2:30 PM, as the reader's language has it. */
export const clock = wall => time(asDate(wall), 'UTC');
