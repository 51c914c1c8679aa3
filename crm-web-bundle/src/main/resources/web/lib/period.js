import { day, rounded, today } from './format.js';

/** The spans of time that a report can be of; the address keeps the name, so that a link to "this month" stays one. */
export const PERIODS = [
  ['12m', 'Last 12 months'], ['month', 'This month'], ['last-month', 'Last month'], ['quarter', 'This quarter'],
    ['last-quarter', 'Last quarter'],
  ['year', 'This year'], ['last-year', 'Last year'], ['all', 'All time'], ['own', 'From … to …'],
];

const date = (year, month, of = 1) => new Date(Date.UTC(year, month, of)).toISOString().slice(0, 10);
const months = (year, first, count) => ({ from: date(year, first), to: date(year, first + count, 0) });

/** First and last day of it, both included; nothing for an open end. */
export function daysOf(query) {
  const [year, month] = today().split('-').map(Number);
  const quarter = Math.floor((month - 1) / 3) * 3;
  const own = { from: query.get('from') || undefined, to: query.get('to') || undefined };
  const spans = {
    '12m': { from: date(year, month - 12), to: undefined }, month: months(year, month - 1, 1),
      'last-month': months(year, month - 2, 1),
    quarter: months(year, quarter, 3), 'last-quarter': months(year, quarter - 3, 3), year: months(year, 0, 12),
      'last-year': months(year - 1, 0, 12), all: {}, own,
  };
  return spans[periodOf(query)] || spans['12m'];
}

export function periodOf(query) {
  return query.get('period') || (query.get('from') || query.get('to') ? 'own' : '12m');
}

/** "2026-05" as May, with the year where it is another one. */
export const monthName = month => day(`${month}-01`, { day: undefined });

const UNITS = [[86400 * 365, 'y'], [86400, 'd'], [3600, 'h'], [60, 'min']];

/** How long, in the one unit that says it: 12 d, 5 h. */
export function span(seconds) {
  if (seconds === null || seconds === undefined) return '–';
  const [size, unit] = UNITS.find(([s]) => seconds >= s) || [60, 'min'];
  const value = seconds / size;
  return `${rounded(value, value < 10 && unit !== 'min' ? 1 : 0)}\u00a0${unit}`;
}
