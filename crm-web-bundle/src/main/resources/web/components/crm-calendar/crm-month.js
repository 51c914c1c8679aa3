import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { day, plural, today } from '../../lib/format.js';
import { clock } from '../../lib/wall.js';
import { wholeDay } from './drag.js';
import { bar, label, tone } from './event-box.js';
import { isLong, lane, touches } from './layout.js';
import { task } from './task.js';

const MOST = 4;

/** Six weeks; of a full day the first few, and how many more there are. */
class CrmMonth extends CrmElement {
  static properties = { days: {}, month: {}, data: {} };

  render() {
    const weeks = Array.from({ length: this.days.length / 7 }, (_, i) => this.days.slice(7 * i, 7 * i + 7));
    return html`<div class="month panel-flat">
      <div class="month-head">${this.days.slice(0,
        7).map(d => html`<span>${day(d,
          { weekday: 'short', day: undefined, month: undefined, year: undefined })}</span>`)}</div>
      <ol class="month-days">${weeks.map(week => {
        const rows = lane(this.data.events, week);
        return week.map(d => this.cell(d, rows.get(d)));
      })}</ol></div>`;
  }

  cell(date, cells) {
    const timed = this.data.events.filter(e => !isLong(e)
      && touches(e, date)).sort((a, b) => a.from.localeCompare(b.from));
    const tasks = this.data.activities.filter(a => a.dueDate === date);
    const rows = [...cells.map(c =>
      (c ? bar(c, this.data.owners.of(c.event), () => this.emit('open', c.event)) : html`<i class="bar-room"></i>`)),
      ...timed.map(e => this.event(e, date)), ...tasks.map(task)];
    const room = rows.length > MOST ? MOST - 1 : MOST;
    const more = rows.slice(room).length - cells.slice(room).filter(c => !c).length;
    const free = e => { if (e.target === e.currentTarget) this.emit('create', wholeDay(date)); };
    return html`<li class="month-day ${date.startsWith(this.month) ? '' : 'off'} ${date === today() ? 'today' : ''}"
      @dblclick=${free}>
      <button class="bare num month-date" aria-label=${day(date, { weekday: 'long', month: 'long' })}
        @click=${() => this.emit('showday', date)}><span>${Number(date.slice(8))}</span></button>
      ${rows.slice(0, room)}
      ${more > 0 ? html`<button class="bare small faint month-more"
        @click=${() => this.emit('showday', date)}>${plural(more, 'more', 'more')}</button>` : nothing}</li>`;
  }

  event(event, date) {
    const owner = this.data.owners.of(event);
    const starts = event.from.startsWith(date);
    return html`<button class="event-bar timed ${tone(event, owner)}" aria-label=${label(event, owner)}
      title=${label(event, owner)}
        @click=${() => this.emit('open', event)}><i class="own-dot"></i>
      ${starts ? html`<span class="num faint">${clock(event.from)}</span>` : nothing}<span
        class="ellipsis">${event.title}</span></button>`;
  }
}
customElements.define('crm-month', CrmMonth);
