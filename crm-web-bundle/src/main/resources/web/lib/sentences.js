import { money, nearDay, time, zone } from './format.js';

const SAID_DAYS = /\b(planned for|moved from|to|due) (\d{4}-\d\d-\d\d)(?: (\d\d:\d\d) ([\w/+-]+))?(?![\w:-])/g;

/**
 * A sentence of the server with its days and hours written as everywhere else: "moved from 2027-03-30 09:00
 * Europe/Berlin to ..." becomes "moved from Mar 30, 9:00 AM to ...". Hours stay those of the meeting's zone, which is
 * named where it is not the reader's.
 */
export const inReadersDays = sentence => sentence.replace(SAID_DAYS, (all, before, date, hour, place) => {
  if (!hour) return `${before} ${nearDay(date)}`;
  const elsewhere = place === zone() ? '' : ` (${place.replaceAll('_', ' ')})`;
  return `${before} ${nearDay(date)}, ${time(`${date}T${hour}Z`, 'UTC')}${elsewhere}`;
});

const END = '(?= →|, |$)';   // of an old or a new value
const SUMS = new RegExp(`(-?\\d+(?:\\.\\d+)?) ([A-Z]{3})${END}`, 'g');
const DAYS = new RegExp(`\\b(\\d{4}-\\d\\d-\\d\\d)${END}`, 'g');

/** The same for a sentence that lists old and new values: their amounts and days, too. */
export const inReadersValues = sentence => inReadersDays(sentence)
  .replace(SUMS, (_, amount, currency) => money({ amount, currency })).replace(DAYS, date => nearDay(date));
