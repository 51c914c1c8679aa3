import { api } from '../../lib/api.js';
import { ask } from '../../lib/dialogs.js';
import { day, plusDays } from '../../lib/format.js';
import { effectLines, say, toast } from '../../lib/notices.js';
import { clock, dateOf, plusMinutes } from '../../lib/wall.js';
import { scoped } from '../crm-scope-dialog/crm-scope-dialog.js';

/** Both ends of an event, moved by minutes in the event's own zone; of an all-day one by whole days. */
function shifted(event, startBy, endBy) {
  if (event.allDay) {
    return { start: plusDays(event.start.local.slice(0, 10), startBy / 1440),
      end: plusDays(event.end.local.slice(0, 10), endBy / 1440) };
  }
  return { start: plusMinutes(event.start.local, startBy), end: plusMinutes(event.end.local, endBy) };
}

/**
 * Moves or resizes an occurrence; of a series it is asked which ones are meant. Others who take part are named before.
 */
export async function moveEvent({ event, startBy, endBy }) {
  if (!startBy && !endBy) return;
  const others = event.attendees.filter(a => !a.organizer).length;
  if (others && !await ask('crm-confirm', {
    heading: `Move “${event.title}”?`, text: 'The others who take part are told, and are asked to answer again.',
      word: 'Move',
  })) return;
  const answer = await scoped(event, 'Move',
    where => api.patch(`/events/${event.eventId}${where}`, shifted(event, startBy, endBy)));
  if (!answer) return;
  const at = answer.start.local;
  const words = event.allDay ? day(dateOf(at), { weekday: 'short' })
    : `${day(dateOf(at), { weekday: 'short' })}, ${clock(at)}`;
  const effects = effectLines(answer);
  if (effects.length) toast({ text: 'Moved to', strong: words, effects });
  else say(`Moved to ${words}`);
}
