import { dateOf, minuteOfDay, minutesBetween, wallOf } from '../../lib/wall.js';
import { plusDays } from '../../lib/format.js';

const DAY = 1440;

/** An occurrence where the reader is: from and to as wall times, of an all-day one as dates (the end exclusive). */
export function placed(occurrence) {
  const at = time => (occurrence.allDay ? time.local.slice(0, 10) : wallOf(time.instant));
  return { ...occurrence, from: at(occurrence.start), to: at(occurrence.end) };
}

/** Whether it stands in the lane above the hours: all day, or a day and more. */
export const isLong = event => event.allDay || minutesBetween(event.from, event.to) >= DAY;

/** Whether it touches a day. */
export function touches(event, date) {
  if (event.allDay) return event.from <= date && date < event.to;
  const end = event.to.endsWith('T00:00') && event.to > event.from ? plusDays(dateOf(event.to), -1) : dateOf(event.to);
  return dateOf(event.from) <= date && date <= end;
}

/**
 * The rows of the lane above the hours, or of a week of a month: an event of several days keeps its row over all of
 * them. By day a list of {event, begins, ends}, with null where a row is free.
 */
export function lane(events, days) {
  const rows = [];
  const order = (a, b) => a.from.localeCompare(b.from) || b.to.localeCompare(a.to);
  const long = events.filter(e => isLong(e) && days.some(d => touches(e, d))).sort(order);
  for (const event of long) {
    const on = days.filter(d => touches(event, d));
    const row = rows.find(r => on.every(d => !r.has(d))) || rows[rows.push(new Map()) - 1];
    on.forEach((d, i) => row.set(d, { event, begins: i === 0, ends: i === on.length - 1 }));
  }
  return new Map(days.map(d => {
    const cells = rows.map(row => row.get(d) || null);
    while (cells.length && !cells.at(-1)) cells.pop();
    return [d, cells];
  }));
}

/** The timed events of a day with their minutes and, where they overlap, their column among how many. */
export function columns(events, date) {
  const boxes = events.filter(e => !isLong(e) && touches(e, date)).map(event => ({
    event,
    top: dateOf(event.from) < date ? 0 : minuteOfDay(event.from),
    bottom: dateOf(event.to) > date ? DAY : minuteOfDay(event.to),
  })).sort((a, b) => a.top - b.top || b.bottom - a.bottom);
  let group = [];
  let end = -1;
  const close = () => group.forEach(box => { box.of = Math.max(...group.map(b => b.column)) + 1; });
  for (const box of boxes) {
    if (box.top >= end) {
      close();
      group = [];
    }
    const taken = group.filter(b => b.bottom > box.top).map(b => b.column);
    box.column = [...Array(group.length + 1).keys()].find(i => !taken.includes(i));
    group.push(box);
    end = Math.max(end, box.bottom);
  }
  close();
  return boxes;
}

/** Slots in order, without those that overlap an earlier one. */
export function apart(slots) {
  const offered = [];
  [...slots].sort((a, b) => a.from.localeCompare(b.from)).forEach(s => {
    if (!offered.length || offered.at(-1).to <= s.from) offered.push(s);
  });
  return offered;
}
