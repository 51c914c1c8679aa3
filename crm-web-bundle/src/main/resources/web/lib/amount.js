/**
 * Reads an amount of money as people type it: `12k`, `1,5 Mio`, `€ 1.234,50`. What can be read in two ways, or in
 * none, is refused with the reason. The cases stand in `src/test/resources/amounts.json`.
 */

const POWERS = { k: 3, tsd: 3, thousand: 3, m: 6, mio: 6, mn: 6, million: 6, millions: 6, millionen: 6,
  b: 9, bn: 9, mrd: 9, billion: 9 };
const OTHERS = /(?:^|[^a-z])(?:usd|eur|gbp|chf|jpy|cny|inr|aud|cad|sek|nok|dkk|pln|czk|huf|ron|try|brl)(?:[^a-z]|$)/;
const SPACE = /[\s\u00a0\u2009\u202f]+/g;

const parts = (locale, options, value = 1234567.5) => new Intl.NumberFormat(locale, options).formatToParts(value);
const part = (list, type) => list.find(p => p.type === type)?.value;

/** How the reader of this locale writes numbers: the decimal mark, and whether 1234567 stands as 12,34,567. */
function habits(locale) {
  const list = parts(locale, { useGrouping: true });
  return { decimal: part(list, 'decimal'), pairs: list.filter(p => p.type === 'integer')[1]?.value.length === 2 };
}

/** The ways to write a currency: its code and its signs. */
function signs(currency, locale) {
  const written = ['narrowSymbol', 'symbol'].flatMap(currencyDisplay =>
    ['en', locale].map(l => part(parts(l, { style: 'currency', currency, currencyDisplay }), 'currency')));
  return [...new Set([currency, ...written])].map(s => s.toLowerCase()).sort((a, b) => b.length - a.length);
}

/** Without the currency before or after the number; the code of the problem when it is another one. */
function withoutCurrency(text, currency, locale) {
  let rest = text;
  for (const sign of signs(currency, locale)) {
    if (rest.startsWith(sign)) rest = rest.slice(sign.length).trim();
    else if (rest.startsWith(`-${sign}`)) rest = `-${rest.slice(sign.length + 1).trim()}`;
    else if (rest.endsWith(sign) && !POWERS[sign]) rest = rest.slice(0, -sign.length).trim();
    else continue;
    break;
  }
  return /\p{Sc}/u.test(rest) || OTHERS.test(rest) ? null : rest;
}

/** Whole part and decimals of the digits, or nothing when the marks do not fit. */
function split(digits, { decimal, pairs }, free) {
  const marks = [...new Set(digits.match(/[.,]/g) || [])];
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const once = last >= 0 && digits.indexOf(digits[last]) === last;
  const tail = digits.length - last - 1;
  const asDecimal = once && (marks.length === 2 || tail !== 3 || digits[last] === decimal || /^0?[.,]/.test(digits));
  const whole = asDecimal ? digits.slice(0, last) : digits;
  const fraction = asDecimal ? digits.slice(last + 1) : '';
  const group = /[.,' ’]/.exec(whole)?.[0];
  const grouped = new RegExp(`^\\d{1,3}(?:[${group}]\\d{3})+$`);
  const inPairs = new RegExp(`^\\d{1,2}(?:[${group}]\\d{2})*[${group}]\\d{3}$`);
  if (group && !grouped.test(whole) && !(pairs && inPairs.test(whole))) return null;
  if (!/^\d*$/.test(fraction) || (asDecimal && !fraction) || !/\d/.test(digits)) return null;
  return fraction.length > 2 && !free ? 'decimals' : { whole: whole.replace(/\D/g, ''), fraction };
}

/** Moves the decimal mark to the right, in digits: nothing is rounded. */
function times(power, { whole, fraction }) {
  const moved = whole + fraction.slice(0, power).padEnd(power, '0');
  const left = fraction.slice(power).replace(/0+$/, '');
  return (moved.replace(/^0+(?=\d)/, '') || '0') + (left ? `.${left}` : '');
}

/** `{ amount }` as a plain decimal ("12500.5"), or `{ wrong }`: number, currency or decimals. */
export function parseAmount(text, locale, currency) {
  const clean = text.normalize('NFC').replace(SPACE, ' ').replace(/[\u2212\u2013]/g, '-').trim().toLowerCase();
  const bare = withoutCurrency(clean, currency, locale);
  if (bare === null) return { wrong: 'currency' };
  const match = /^(-?) ?([\d.,' ’]*\d)(?:,-|\.-)? ?([a-z]*)\.?$/.exec(bare);
  if (!match || (match[3] && !Object.hasOwn(POWERS, match[3]))) return { wrong: 'number' };
  const power = POWERS[match[3]] || 0;
  const read = split(match[2], habits(locale), power > 0);
  if (!read || read === 'decimals') return { wrong: read || 'number' };
  const amount = times(power, read);
  if (/\.\d{3}/.test(amount)) return { wrong: 'decimals' };
  return { amount: match[1] && amount !== '0' ? `-${amount}` : amount };
}

/** The reason in a sentence that says what to do. */
export function amountProblem(wrong, locale, currency) {
  const show = (n, options) => new Intl.NumberFormat(locale, options).format(n);
  if (wrong === 'currency') return `Amounts here are in ${currency}. Enter the amount in ${currency}.`;
  if (wrong === 'decimals') return `Enter at most two decimals, such as ${show(1234.5, { minimumFractionDigits: 2 })}.`;
  return `Enter an amount, such as ${show(12500)} or ${show(12.5)}k.`;
}
