import { html, nothing } from 'lit';
import { styles } from '../../lib/styles.js';
import { session } from '../../lib/session.js';
import { clock } from '../../lib/wall.js';

/** Height of an hour in px; the style sheet draws the lines by the same measure. */
export const HOUR = 52;

const me = () => session.state.me.id;
const TONES = 5;

/** The colleagues whose calendars are shown, each with a colour of its own; named in chips above and in the boxes. */
export class Owners {
  /** @param shown ids of users in the order of their chips; `names` what is known of them */
  constructor(shown = [], names = []) {
    Object.assign(this, { shown, names });
  }

  /** The colleague in whose calendar it stands, when it is not in one's own. */
  of(event) {
    if (isMine(event)) return null;
    const id = event.calendars?.find(p => p.kind === 'user' && this.shown.includes(p.id))?.id;
    return id === undefined ? null
      : { id, name: this.names.find(u => u.id === id)?.name || 'Colleague',
        tone: `tone-${this.shown.indexOf(id) % TONES}` };
  }
}

const isMine = event => event.organizer?.id === me() || event.myAnswer !== null
  || event.calendars?.some(p => p.kind === 'user' && p.id === me());

/** Of a colleague, and closed: all that one sees is that they are busy. */
export const isBusy = event => event.privacy === 'private' && event.organizer === null && event.myAnswer === null
  && !event.editable;

/** Whose it is: one's own, a colleague's, or a closed one that shows as Busy. */
export function tone(event, owner) {
  if (isBusy(event)) return 'busy';
  return [isMine(event) ? 'mine' : `other ${owner?.tone || ''}`, event.myAnswer === 'declined' ? 'declined' : '',
    event.myAnswer === 'needs-action' || event.myAnswer === 'tentative' ? 'open' : ''].join(' ');
}

/** What a screen reader says of it. */
export function label(event, owner) {
  const time = event.allDay ? 'all day' : `${clock(event.from)} to ${clock(event.to)}`;
  const leader = event.organizer && event.organizer.id !== me() ? event.organizer.name : '';
  const answer = event.myAnswer === 'needs-action' ? 'not answered yet' : event.myAnswer === 'tentative' ? 'maybe'
    : event.myAnswer === 'declined' ? 'declined' : '';
  return [...new Set([event.title, time, event.location, event.rrule ? 'repeats' : '', leader, owner?.name,
    answer])].filter(Boolean).join(', ');
}

/** Time, where, and in whose calendar, in the second line of a box; a flat box has one line, and its title needs it. */
const second = (event, owner, flat) => isBusy(event) || !flat
  ? [isBusy(event) ? '' : `${clock(event.from)} to ${clock(event.to)}`, event.location,
    owner?.name].filter(Boolean).join(' · ') : clock(event.from);

/** One timed event in its column. */
export function box({ event, top, bottom, column, of }, owner, { held, open, grab, size, key }) {
  const height = Math.max(18, ((bottom - top) / 60) * HOUR - 2);
  const flat = height < 34;
  const style = {
    top: `${(top / 60) * HOUR}px`, height: `${height}px`, left: `calc(${(column / of) * 100}% + 3px)`,
      width: `calc(${100 / of}% - 6px)`,
  };
  return html`<div class="event ${tone(event, owner)} ${held ? 'held' : ''} ${flat ? 'flat' : ''}"
    ${styles(style)} title=${label(event, owner)}
      @pointerdown=${event.editable ? grab : nothing}>
    <button class="event-open" aria-label=${label(event, owner)}
      data-event="${event.eventId}:${event.recurrenceId || ''}"
      aria-keyshortcuts=${event.editable
        ? 'Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight Alt+ArrowUp Alt+ArrowDown' : nothing}
      @click=${open} @keydown=${key}><b class="ellipsis">${event.title}</b><span
        class="ellipsis">${second(event, owner, flat)}</span></button>
    ${event.editable ? html`<i class="event-size" @pointerdown=${size}></i>` : nothing}</div>`;
}

/** What of an all-day event, or of one of a day and more, stands on one day: the bars of its days join to one. */
export function bar({ event, begins, ends }, owner, open) {
  const cls = `${tone(event, owner)} ${begins ? '' : 'goes-on'} ${ends ? '' : 'goes-over'}`;
  return html`<button class="event-bar ${cls}" aria-label=${label(event, owner)} title=${label(event, owner)}
    tabindex=${begins ? nothing : -1}
    @click=${open}><span class="ellipsis">${begins ? event.title : '\u00a0'}</span></button>`;
}
