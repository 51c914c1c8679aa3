import { html, nothing } from 'lit';
import { day, plusDays } from '../../lib/format.js';
import { session } from '../../lib/session.js';
import { clock, wallOf } from '../../lib/wall.js';

export const ANSWERS = { accepted: 'Yes', tentative: 'Maybe', declined: 'No', 'needs-action': 'No answer yet' };

/** When it is, in one line, where the reader is. */
export function when(event) {
  if (event.allDay) {
    const last = plusDays(event.end.local.slice(0, 10), -1);
    const first = event.start.local.slice(0, 10);
    return first === last ? day(first, { weekday: 'long' })
      : `${day(first, { weekday: 'short' })} to ${day(last, { weekday: 'short' })}`;
  }
  const [from, to] = [wallOf(event.start.instant), wallOf(event.end.instant)];
  const end = from.slice(0, 10) === to.slice(0, 10) ? clock(to)
    : `${day(to.slice(0, 10), { weekday: 'short' })}, ${clock(to)}`;
  return `${day(from.slice(0, 10), { weekday: 'long' })}, ${clock(from)} to ${end}`;
}

/** The buttons of an invitation; nothing for one's own events. */
export function answerRow(event, dialog) {
  const own = event.attendees.find(a => a.organizer && a.person?.kind === 'user'
    && a.person.id === session.state.me.id);
  if (!event.myAnswer || own) return nothing;
  return html`<div class="row wrap" role="group" aria-label="Will you come?"><span class="muted">Will you come?</span>
    ${['accepted', 'tentative',
      'declined'].map(a => html`<button type="button" class="chip" aria-pressed=${event.myAnswer === a}
      @click=${() => dialog.answer(a)}>${ANSWERS[a]}</button>`)}</div>`;
}

/** The event for somebody who may not change it. */
export const shownOnly = (event, dialog) => html`
  <p class="lead">${when(event)}${event.sentence ? html`<br><span class="faint">${event.sentence}</span>` : nothing}</p>
  ${answerRow(event, dialog)}
  ${event.location ? html`<p>${event.location}</p>` : nothing}
  ${event.description ? html`<p class="event-text">${event.description}</p>` : nothing}
  ${event.record?.type === 'opportunity'
    ? html`<p><a class="link" href="/opportunities/${event.record.id}"
      @click=${() => dialog.close()}>${event.recordTitle || 'The opportunity'}</a></p>` : nothing}
  <ul class="attendee-list">${event.attendees.map(a =>
    html`<li class="row"><span class="ellipsis">${a.name || a.email}</span>
    <span class="faint small">${a.organizer ? 'leads it' : ANSWERS[a.answer]}</span></li>`)}</ul>`;
