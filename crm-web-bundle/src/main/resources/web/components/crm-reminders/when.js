import { now } from '../../lib/clock.js';
import { dueText, plural } from '../../lib/format.js';
import { clock, wallOf } from '../../lib/wall.js';

/** When it begins, as one says it: in 10 minutes, today at 14:00. */
export function when({ start }) {
  if (!start.instant) return dueText(start.local.slice(0, 10));
  const minutes = Math.round((Date.parse(start.instant) - now().getTime()) / 60000);
  const wall = wallOf(start.instant);
  if (minutes === 0) return 'now';
  if (minutes > 0 && minutes < 60) return `in ${plural(minutes, 'minute')}`;
  if (minutes < 0 && minutes > -60) return `began ${plural(-minutes, 'minute')} ago`;
  return `${dueText(wall.slice(0, 10))} at ${clock(wall)}`;
}
