import { now } from './clock.js';
import { session } from './session.js';

const DAY = 86400000;
const made = new Map();

/** Intl objects are dear to make; one of each is enough. */
function intl(Kind, options = {}, language = locale()) {
  const key = Kind.name + language + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Kind(language, options));
  return made.get(key);
}

export const locale = () => session.state.me?.locale?.replace('_', '-') || navigator.language || 'en';
/** Where the browser is. */
export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
export const zone = () => session.state.me?.zone || browserZone();

/** A space between symbol and figure, whatever the locale does. */
function currency(amount, code, options) {
  const parts = intl(Intl.NumberFormat, { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol',
    ...options }).formatToParts(amount);
  const gap = (p, i) => (p.type === 'currency' && parts[i + 1]?.type === 'integer' ? '\u00a0' : '');
  return parts.map((p, i) => p.value + gap(p, i)).join('');
}

/** Whole numbers from 1,000 on, cents below only where there are some. */
export function money(value) {
  if (!value) return '';
  const amount = Number(value.amount);
  const whole = Math.abs(amount) >= 1000 || Number.isInteger(amount);
  const digits = whole ? 0 : 2;
  return currency(amount, value.currency, { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

function short(amount) {
  if (Math.abs(amount) >= 1e6) return [amount / 1e6, 1, '\u00a0m'];
  if (Math.abs(amount) >= 1e4) return [amount / 1e3, 0, '\u00a0k'];
  return [amount, 0, ''];
}

/** Sums are read at a glance: € 141 k. Several currencies stand beside each other. */
export function sums(values = []) {
  return values
    .filter(v => Number(v.amount) !== 0)
    .map(v => {
      const [amount, digits, unit] = short(Number(v.amount));
      return currency(amount, v.currency, { maximumFractionDigits: digits, minimumFractionDigits: 0 }) + unit;
    })
    .join(' + ');
}

/** The size of a file in words; as in the limit on files, a megabyte is 1024 kilobytes. */
export function fileSize(bytes) {
  const unit = bytes < 1024 ? 'byte' : bytes < 1024 ** 2 ? 'kilobyte' : 'megabyte';
  const amount = bytes / { byte: 1, kilobyte: 1024, megabyte: 1024 ** 2 }[unit];
  return intl(Intl.NumberFormat, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount);
}

/** A number as one types it: no signs between thousands. */
export const plainNumber = value => intl(Intl.NumberFormat,
  { useGrouping: false, maximumFractionDigits: 2 }).format(value);

/** Rounded to so many digits behind the point. */
export const rounded = (value, digits) => intl(Intl.NumberFormat, { maximumFractionDigits: digits }).format(value);

/** The UI's texts are English, and so are lists within them. */
export const listed = names => new Intl.ListFormat('en').format(names);

export const number = value => intl(Intl.NumberFormat).format(value);

/** A share of one, in percent with a digit behind the point where it has one. */
export const percent = share => intl(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** The parts of an instant where the reader is, by name: year, month, day, hour, minute; each has its two digits. */
export function partsOf(instant) {
  const parts = intl(Intl.DateTimeFormat, { timeZone: zone(), year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-CA').formatToParts(new Date(instant));
  return type => parts.find(p => p.type === type).value;
}

const plainDate = at => intl(Intl.DateTimeFormat,
  { timeZone: zone(), year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA').format(at);

/** Today as a plain date where the reader is. */
export function today() {
  return plainDate(now());
}

export const daysFrom = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export function plusDays(date, days) {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The Monday after today. */
export const nextMonday = () => plusDays(today(), ((8 - new Date(`${today()}T00:00:00Z`).getUTCDay()) % 7) || 7);

/** A plain date: relative within a week, absolute beyond. */
export function dueText(date) {
  const days = daysFrom(today(), date);
  if (days < 0) return days === -1 ? '1 day late' : `${number(-days)} days late`;
  if (days === 0) return 'Today';
  return days < 7 ? day(date, { weekday: 'short' }) : day(date);
}

/** A plain date within a sentence, past or to come: with its weekday in the week around today. */
export function nearDay(date) {
  const days = daysFrom(today(), date);
  if (days === 0) return 'today';
  return Math.abs(days) < 7 ? day(date, { weekday: 'short' }) : day(date);
}

/** What is no date (a year of five digits, half typed) stays as it is. */
function dated(date, options) {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : intl(Intl.DateTimeFormat, { timeZone: 'UTC', ...options }).format(at);
}

/** A plain date as written: 9 Jun, with the year where it is another one. */
export function day(date, options = {}) {
  const year = date.slice(0, 4) === today().slice(0, 4) ? {} : { year: 'numeric' };
  return dated(date, { day: 'numeric', month: 'short', ...year, ...options }).replace(',', '');
}

export const longDay = date => dated(date.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' });

/** 14:30 or 2:30 PM, as the reader's language has it; in another zone where one is given. */
export const time = (instant, timeZone = zone()) => intl(Intl.DateTimeFormat,
  { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(instant));
export const exact = instant => intl(Intl.DateTimeFormat,
  { dateStyle: 'full', timeStyle: 'long', timeZone: zone() }).format(new Date(instant));

/** The reader's calendar day of an instant. */
export function dayOf(instant) {
  return plainDate(new Date(instant));
}

export function dayTitle(date) {
  const days = daysFrom(date, today());
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return day(date, { weekday: 'long', month: 'long' });
}

export function initials(name = '') {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] || '') + (words.length > 1 ? words.at(-1)[0] : words[0]?.[1] || '')).toUpperCase();
}

export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;
