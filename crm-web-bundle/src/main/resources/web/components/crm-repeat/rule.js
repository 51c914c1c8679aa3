/** What the repeat form knows of an RFC 5545 rule; a rule that says more is kept as it is and not edited here. */
export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const KNOWN = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'WKST', 'BYMONTH'];

const weekday = date => DAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7];

/** Which weekday of its month a date is, such as 2TU; with `last` -1TU. */
export function nth(date, last = false) {
  return `${last ? -1 : Math.ceil(Number(date.slice(8)) / 7)}${weekday(date)}`;
}

export function isLastOfKind(date) {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 7);
  return next.toISOString().slice(5, 7) !== date.slice(5, 7);
}

/** The form's members of a rule; null if the form cannot show it. */
export function read(rrule, date) {
  if (!rrule) return { freq: '' };
  const parts = Object.fromEntries(rrule.split(';').map(p => p.split('=')));
  const form = {
    freq: parts.FREQ, interval: Number(parts.INTERVAL || 1), days: parts.FREQ === 'WEEKLY'
      ? (parts.BYDAY || weekday(date)).split(',') : [],
    by: parts.FREQ !== 'MONTHLY' ? 'date' : parts.BYMONTHDAY === '-1' ? 'last' : parts.BYDAY
      ? (parts.BYDAY.startsWith('-1') ? 'lastday' : 'day') : 'date',
    end: parts.COUNT ? 'count' : parts.UNTIL ? 'until' : 'never', count: Number(parts.COUNT || 10), wkst: parts.WKST,
    until: parts.UNTIL ? `${parts.UNTIL.slice(0, 4)}-${parts.UNTIL.slice(4, 6)}-${parts.UNTIL.slice(6, 8)}` : '',
  };
  const whole = Object.keys(parts).every(k => KNOWN.includes(k))
    && ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(form.freq)
    && !(form.freq === 'DAILY' && parts.BYDAY)
      && !(form.freq === 'YEARLY' && (parts.BYDAY || parts.BYMONTH || parts.BYMONTHDAY))
    && !(form.freq === 'MONTHLY' && ((parts.BYDAY || '').includes(',') || (parts.BYMONTHDAY || '').includes(',')));
  return whole ? form : null;
}

/** The rule of a form, or null for none. */
export function write(form, date) {
  if (!form.freq) return null;
  const parts = [`FREQ=${form.freq}`];
  if (form.interval > 1) parts.push(`INTERVAL=${form.interval}`);
  if (form.freq === 'WEEKLY'
    && form.days.length) parts.push(`BYDAY=${DAYS.filter(d => form.days.includes(d)).join(',')}`);
  if (form.freq === 'MONTHLY') {
    parts.push({ date: `BYMONTHDAY=${Number(date.slice(8))}`, last: 'BYMONTHDAY=-1', day: `BYDAY=${nth(date)}`,
      lastday: `BYDAY=${nth(date, true)}` }[form.by]);
  }
  if (form.end === 'count') parts.push(`COUNT=${form.count || 1}`);
  if (form.end === 'until' && form.until) parts.push(`UNTIL=${form.until.replaceAll('-', '')}`);
  if (form.wkst) parts.push(`WKST=${form.wkst}`);
  return parts.join(';');
}
