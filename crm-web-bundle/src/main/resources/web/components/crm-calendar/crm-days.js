import { html, nothing } from 'lit';
import { styles } from '../../lib/styles.js';
import { CrmElement } from '../../lib/element.js';
import { now } from '../../lib/clock.js';
import { day, today } from '../../lib/format.js';
import { clock, minuteOfDay, minutesBetween, wallOf } from '../../lib/wall.js';
import { Drag, wholeDay } from './drag.js';
import { HOUR, bar, box } from './event-box.js';
import { task } from './task.js';
import { apart, columns, lane } from './layout.js';

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
    const rows = lane(this.data.events, this.days);
    return html`<div class="hours-view panel-flat" ${styles(style)}>
      <div class="days-head"><span></span>${this.days.map(d => html`<h2 class=${d === today() ? 'today' : ''}>
        <span class="muted">${day(d, { weekday: 'short', day: undefined, month: undefined, year: undefined })}</span>
        <b class="num">${Number(d.slice(8))}</b></h2>`)}</div>
      <div class="days-long"><span
        class="faint small">all day</span>${this.days.map(d => this.long(d, rows.get(d)))}</div>
      <div class="hours" tabindex="0" role="group" aria-label="Hours"><div class="hours-scale">
        <div class="hour-names"
          aria-hidden="true">${HOURS.map(h => html`<span class="num">${h ? hm(h * 60) : ''}</span>`)}</div>
        ${this.days.map(d => this.column(d))}</div></div></div>`;
  }

  long(date, cells) {
    const tasks = this.data.activities.filter(a => a.dueDate === date);
    const free = e => { if (e.target === e.currentTarget) this.emit('create', wholeDay(date)); };
    return html`<div class="long-cell" @dblclick=${free}>
      ${cells.map(c => (c ? bar(c, this.data.owners.of(c.event), () => this.emit('open', c.event))
        : html`<i class="bar-room"></i>`))}
      ${tasks.map(task)}</div>`;
  }

  column(date) {
    const boxes = columns(this.data.events.map(e => this.drag.shown(e)), date);
    const own = event =>
      this.data.events.find(e => e.eventId === event.eventId && e.recurrenceId === event.recurrenceId);
    const made = this.drag.made(date);
    return html`<div class="day-col ${date === today() ? 'today' : ''}" data-day=${date}
      @pointerdown=${e => this.drag.begin(e, date)}
        @click=${() => this.drag.tapped()}>
      ${this.offHours(date)}${this.free(date)}
      ${boxes.map(b => box(b, this.data.owners.of(b.event), {
        held: this.drag.isHeld(own(b.event)), open: () => this.emit('open', own(b.event)),
        grab: e => this.drag.grab(e, own(b.event)), size: e => this.drag.grab(e, own(b.event), true),
        key: e => this.drag.key(e, own(b.event)),
      }))}
      ${made ? html`<div class="event made" ${styles(place(made.from, made.to))}>
        <b class="num">${hm(made.from)} to ${hm(made.to)}</b></div>` : nothing}
      ${date === today() ? html`<i class="now-line" aria-hidden="true"
        ${styles({ top: `${(minuteOfDay(wallOf(now())) / 60) * HOUR}px` })}></i>` : nothing}</div>`;
  }

  /** Outside of the working day the ground is darker. */
  offHours(date) {
    const { workFrom = '00:00', workTo = '24:00' } = this.preferences || {};
    const [from, to] = [workFrom, workTo].map(t => Number(t.slice(0, 2)) * 60 + Number(t.slice(3, 5)));
    const free = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const parts = free || from >= to ? [free ? [0, 1440] : null] : [[0, from], [to, 1440]];
    return parts.filter(Boolean).map(([a, b]) =>
      html`<i class="off-hours" ${styles({ top: px(a), height: px(b - a) })}></i>`);
  }

  /** Slots in which all are free, when one is picked; on a day without any, those in which somebody is busy. */
  free(date) {
    const slots = this.data.slots.filter(s => s.from.startsWith(date));
    const all = slots.filter(s => !s.busy.length);
    return apart(all.length ? all : slots).map(s => html`<button class="slot ${s.busy.length ? 'partly' : ''}"
      ${styles(place(minuteOfDay(s.from), minuteOfDay(s.from) + minutesBetween(s.from, s.to)))}
      @click=${e => { e.stopPropagation(); this.emit('create', s); }}
        aria-label="${s.words}, ${day(date, { weekday: 'short' })}, ${clock(s.from)}">
      <b class="ellipsis">${s.words}</b><span>${clock(s.from)}</span></button>`);
  }
}

const hm = minute =>
  clock(`2026-01-01T${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);

const px = minutes => `${(minutes / 60) * HOUR}px`;

const place = (from, to) => ({ top: px(from), height: `calc(${px(to - from)} - 2px)` });

customElements.define('crm-days', CrmDays);
