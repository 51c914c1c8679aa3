import { nearDay, time, zone } from './format.js';

const DAYS = /\b(planned for|moved from|to|due) (\d{4}-\d\d-\d\d)(?: (\d\d:\d\d) ([\w/+-]+))?(?![\w:-])/g;

/**
 * A sentence of the server with its days and hours written as everywhere else: "moved from 2027-03-30 09:00
 * Europe/Berlin to ..." becomes "moved from Mar 30, 9:00 AM to ...". Hours stay those of the meeting's zone, which is
 * named where it is not the reader's.
 */
export const inReadersDays = sentence => sentence.replace(DAYS, (all, before, date, hour, place) => {
  if (!hour) return `${before} ${nearDay(date)}`;
  const elsewhere = place === zone() ? '' : ` (${place.replaceAll('_', ' ')})`;
  return `${before} ${nearDay(date)}, ${time(`${date}T${hour}Z`, 'UTC')}${elsewhere}`;
});
