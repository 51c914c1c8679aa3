import { mistyped } from './money-input.js';

/** The days that the server takes. */
export const EARLIEST = '1900-01-01';
export const LATEST = '2999-12-31';

/**
 * What stands in a date input, or nothing when it is empty. Throws a Problem that names the field for half a date, or
 * one out of range.
 */
export function typedDay(input, field) {
  if (input.validity.badInput) throw mistyped(field, 'This date is not complete. Enter day, month and year.');
  const date = input.value;
  if (!date) return null;
  const known = /^\d{4}-/.test(date) && date >= EARLIEST && date <= LATEST;
  if (!known) throw mistyped(field, 'Enter a date between 1900 and 2999.');
  return date;
}

/** A percentage: `40`, `40%`, `40 %`, `12,5`; nothing when it is empty. Throws a Problem that names the field. */
export function typedPercent(text, field) {
  const clean = text.replace(/[\s\u00a0\u202f]*%?[\s\u00a0\u202f]*$/, '').trim().replace(',', '.');
  if (!clean) {
    if (text.trim()) throw mistyped(field, 'Enter a number from 0 to 100.');
    return null;
  }
  const value = /^\d+(?:\.\d*)?$/.test(clean) ? Number(clean) : NaN;
  if (!(value <= 100)) throw mistyped(field, 'Enter a number from 0 to 100.');
  return value;
}
