import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { day, plural, today } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { clock } from '../../lib/wall.js';
import { wholeDay } from './drag.js';
import { label, tone } from './event-box.js';
import { isLong, touches } from './layout.js';

const MOST = 4;

/** Six weeks; of a full day the first few, and how many more there are. */
class CrmMonth extends CrmElement {
  static properties = { days: {}, month: {}, data: {} };

  render() {
    return html`<div class="month panel-flat">
      <div class="month-head">${this.days.slice(0, 7).map(d => html`<span>${day(d, { weekday: 'short', day: undefined, month: undefined, year: undefined })}</span>`)}</div>
      <ol class="month-days">${this.days.map(d => this.cell(d))}</ol></div>`;
  }

  cell(date) {
    const order = (a, b) => Number(isLong(b)) - Number(isLong(a)) || a.from.localeCompare(b.from);
    const events = this.data.events.filter(e => touches(e, date)).sort(order);
    const tasks = this.data.activities.filter(a => a.dueDate === date);
    const room = events.length + tasks.length > MOST ? MOST - 1 : MOST;
    const rows = [...events.map(e => this.event(e, date)), ...tasks.map(a => html`<a class="task-bar ${a.state}" href="/opportunities/${a.record.id}">
      ${icon('todo')}<span class="ellipsis">${a.summary || a.type.name}</span></a>`)];
    const more = rows.length - room;
    const free = e => { if (e.target === e.currentTarget) this.emit('create', wholeDay(date)); };
    return html`<li class="month-day ${date.startsWith(this.month) ? '' : 'off'} ${date === today() ? 'today' : ''}" @dblclick=${free}>
      <button class="bare num" aria-label=${day(date, { weekday: 'long', month: 'long' })} @click=${() => this.emit('showday', date)}>${Number(date.slice(8))}</button>
      ${rows.slice(0, room)}
      ${more > 0 ? html`<button class="bare small faint" @click=${() => this.emit('showday', date)}>${plural(more, 'more', 'more')}</button>` : nothing}</li>`;
  }

  event(event, date) {
    const starts = !isLong(event) && event.from.startsWith(date);
    return html`<button class="event-bar ${tone(event)} ${isLong(event) ? '' : 'timed'}" aria-label=${label(event)} @click=${() => this.emit('open', event)}>
      ${starts ? html`<span class="num faint">${clock(event.from)}</span>` : nothing}<span class="ellipsis">${event.title}</span></button>`;
  }
}
customElements.define('crm-month', CrmMonth);
