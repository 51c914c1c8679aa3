import { html, nothing } from 'lit';
import { styles } from '../../lib/styles.js';
import { session } from '../../lib/session.js';
import { clock } from '../../lib/wall.js';

/** Height of an hour in px; the style sheet draws the lines by the same measure. */
export const HOUR = 52;

const me = () => session.state.me.id;

/** Whose it is: one's own, a colleague's, or a closed one that shows as Busy. */
export function tone(event) {
  const busy = event.privacy === 'private' && event.title === 'Busy' && event.myAnswer === null;
  if (busy) return 'busy';
  const mine = event.organizer?.id === me() || event.myAnswer !== null || event.calendars?.some(p => p.kind === 'user' && p.id === me());
  return [mine ? 'mine' : 'other', event.myAnswer === 'declined' ? 'declined' : '',
    event.myAnswer === 'needs-action' || event.myAnswer === 'tentative' ? 'open' : ''].join(' ');
}

/** What a screen reader says of it. */
export function label(event) {
  const time = event.allDay ? 'all day' : `${clock(event.from)} to ${clock(event.to)}`;
  return [event.title, time, event.location, event.rrule ? 'repeats' : '', event.organizer && event.organizer.id !== me()
    ? event.organizer.name : ''].filter(Boolean).join(', ');
}

/** Time and where, in the second line of a box. */
const second = event => [`${clock(event.from)} to ${clock(event.to)}`, event.location].filter(Boolean).join(' · ');

/** One timed event in its column. */
export function box({ event, top, bottom, column, of }, { held, open, grab, size, key }) {
  const height = Math.max(18, ((bottom - top) / 60) * HOUR - 2);
  const style = { top: `${(top / 60) * HOUR}px`, height: `${height}px`, left: `calc(${(column / of) * 100}% + 3px)`, width: `calc(${100 / of}% - 6px)` };
  return html`<div class="event ${tone(event)} ${held ? 'held' : ''} ${height < 34 ? 'flat' : ''}" ${styles(style)} title=${label(event)}
      @pointerdown=${event.editable ? grab : nothing}>
    <button class="event-open" aria-label=${label(event)} data-event="${event.eventId}:${event.recurrenceId || ''}"
      aria-keyshortcuts=${event.editable ? 'Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight Alt+ArrowUp Alt+ArrowDown' : nothing}
      @click=${open} @keydown=${key}><b class="ellipsis">${event.title}</b><span class="ellipsis">${second(event)}</span></button>
    ${event.editable ? html`<i class="event-size" @pointerdown=${size}></i>` : nothing}</div>`;
}

/** An all-day event, or one of a day and more, in the lane above. */
export const bar = (event, first, open) => html`<button class="event-bar ${tone(event)}" aria-label=${label(event)} @click=${open}>
  <span class="ellipsis">${first ? event.title : `… ${event.title}`}</span></button>`;
