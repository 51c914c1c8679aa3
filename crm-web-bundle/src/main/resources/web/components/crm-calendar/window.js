import { day, plusDays } from '../../lib/format.js';

/** Which days a view shows, and how one steps through them. */
export const VIEWS = ['day', 'week', 'month', 'agenda'];

const WEEK = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];
const weekday = date => new Date(`${date}T00:00:00Z`).getUTCDay();

export function weekOf(date, weekStart = 'mo') {
  return plusDays(date, -((weekday(date) - WEEK.indexOf(weekStart) + 7) % 7));
}

/** The days of a view, in order. */
export function daysOf(view, date, weekStart) {
  const [from, count] = {
    day: () => [date, 1],
    week: () => [weekOf(date, weekStart), 7],
    month: () => [weekOf(`${date.slice(0, 7)}-01`, weekStart), 42],
    agenda: () => [date, 30],
  }[view]();
  return Array.from({ length: count }, (_, i) => plusDays(from, i));
}

/** The day that the view moves to. */
export function step(view, date, direction) {
  if (view !== 'month') return plusDays(date, direction * { day: 1, week: 7, agenda: 30 }[view]);
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + direction);
  return first.toISOString().slice(0, 10);
}

/** 8 to 12 June 2026; June 2026; the name of the day. Where there is little room, months are short. */
export function title(view, date, days, narrow = innerWidth <= 480) {
  const month = narrow ? 'short' : 'long';
  const long = { month, year: 'numeric' };
  if (view === 'day') return day(date, { weekday: month, ...long });
  if (view === 'month') return day(date, { day: undefined, month: 'long', year: 'numeric' });
  const [first, last] = [days[0], days.at(-1)];
  const same = first.slice(0, 7) === last.slice(0, 7);
  return `${same ? Number(first.slice(8)) : day(first, { month })} to ${day(last, long)}`;
}
