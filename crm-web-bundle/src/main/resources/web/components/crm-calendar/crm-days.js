import { html, nothing } from 'lit';
import { styles } from '../../lib/styles.js';
import { CrmElement } from '../../lib/element.js';
import { now } from '../../lib/clock.js';
import { day, today } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { clock, minuteOfDay, minutesBetween, wallOf } from '../../lib/wall.js';
import { Drag, wholeDay } from './drag.js';
import { HOUR, bar, box } from './event-box.js';
import { columns, isLong, touches } from './layout.js';

const HOURS = [...Array(24).keys()];

/** The hours of one day or of a week, with the lane of whole days above. */
class CrmDays extends CrmElement {
  static properties = { days: {}, data: {}, preferences: {} };

  drag = new Drag(this);

  connectedCallback() {
    super.connectedCallback();
    this.minute = setInterval(() => this.requestUpdate(), 60000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.minute);
  }

  /** The working day is what one sees first. */
  firstUpdated() {
    const first = Number((this.preferences?.workFrom || '09:00').slice(0, 2));
    this.querySelector('.hours').scrollTop = Math.max(0, first * HOUR - 12);
  }

  render() {
    const style = { '--days': this.days.length };
    return html`<div class="hours-view panel-flat" ${styles(style)}>
      <div class="days-head"><span></span>${this.days.map(d => html`<h2 class=${d === today() ? 'today' : ''}>
        <span class="muted">${day(d, { weekday: 'short', day: undefined, month: undefined, year: undefined })}</span>
        <b class="num">${Number(d.slice(8))}</b></h2>`)}</div>
      <div class="days-long"><span class="faint small">all day</span>${this.days.map(d => this.long(d))}</div>
      <div class="hours" tabindex="0" role="group" aria-label="Hours"><div class="hours-scale">
        <div class="hour-names" aria-hidden="true">${HOURS.map(h => html`<span class="num">${h ? clock(`2026-01-01T${String(h).padStart(2, '0')}:00`) : ''}</span>`)}</div>
        ${this.days.map(d => this.column(d))}</div></div></div>`;
  }

  long(date) {
    const events = this.data.events.filter(e => isLong(e) && touches(e, date));
    const tasks = this.data.activities.filter(a => a.dueDate === date);
    const free = e => { if (e.target === e.currentTarget) this.emit('create', wholeDay(date)); };
    return html`<div class="long-cell" @dblclick=${free}>
      ${events.map(e => bar(e, e.from.slice(0, 10) === date || date === this.days[0], () => this.emit('open', e)))}
      ${tasks.map(a => html`<a class="task-bar ${a.state}" href="/opportunities/${a.record.id}" title=${a.recordTitle || ''}>
        ${icon('todo')}<span class="ellipsis">${a.summary || a.type.name}</span></a>`)}</div>`;
  }

  column(date) {
    const boxes = columns(this.data.events.map(e => this.drag.shown(e)), date);
    const own = event => this.data.events.find(e => e.eventId === event.eventId && e.recurrenceId === event.recurrenceId);
    const made = this.drag.made(date);
    return html`<div class="day-col ${date === today() ? 'today' : ''}" data-day=${date} @pointerdown=${e => this.drag.begin(e, date)}
        @click=${() => this.drag.tapped()}>
      ${this.free(date)}
      ${boxes.map(b => box(b, {
        held: this.drag.isHeld(own(b.event)), open: () => this.emit('open', own(b.event)),
        grab: e => this.drag.grab(e, own(b.event)), size: e => this.drag.grab(e, own(b.event), true),
        key: e => this.drag.key(e, own(b.event)),
      }))}
      ${made ? html`<div class="event made" ${styles(place(made.from, made.to))}>
        <b class="num">${hm(made.from)} to ${hm(made.to)}</b></div>` : nothing}
      ${date === today() ? html`<i class="now-line" ${styles({ top: `${(minuteOfDay(wallOf(now())) / 60) * HOUR}px` })}></i>` : nothing}</div>`;
  }

  /** Slots in which all are free, when one is picked; those that overlap an offered one are left out. */
  free(date) {
    const slots = this.data.slots.map(s => ({ from: wallOf(s.start), to: wallOf(s.end) })).filter(s => s.from.startsWith(date));
    const offered = [];
    slots.forEach(s => { if (!offered.length || offered.at(-1).to <= s.from) offered.push(s); });
    return offered.map(s => html`<button class="slot" ${styles(place(minuteOfDay(s.from), minuteOfDay(s.from) + minutesBetween(s.from, s.to)))}
      @click=${e => { e.stopPropagation(); this.emit('create', s); }} aria-label="Free for all, ${day(date, { weekday: 'short' })}, ${clock(s.from)}">
      <b>Free for all</b><span>${clock(s.from)}</span></button>`);
  }
}

const hm = minute => clock(`2026-01-01T${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);

const place = (from, to) => ({ top: `${(from / 60) * HOUR}px`, height: `${((to - from) / 60) * HOUR - 2}px` });

customElements.define('crm-days', CrmDays);
