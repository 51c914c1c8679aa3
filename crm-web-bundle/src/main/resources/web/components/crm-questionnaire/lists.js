import { day, locale } from '../../lib/format.js';

export const zones = chosen => [...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();

export function currencies(chosen) {
  const names = new Intl.DisplayNames(locale(), { type: 'currency' });
  return [...new Set([chosen, ...Intl.supportedValuesOf('currency')])].sort().map(code => [code, names.of(code)]);
}

/** Wed 10 June */
export const longDue = date => day(date, { weekday: 'short', month: 'long' });
