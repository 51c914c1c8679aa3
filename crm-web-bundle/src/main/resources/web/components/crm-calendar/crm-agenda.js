import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { day, today } from '../../lib/format.js';
import { typeIcon } from '../../lib/icons.js';
import { empty } from '../../lib/states.js';
import { clock } from '../../lib/wall.js';
import { label, tone } from './event-box.js';
import { touches } from './layout.js';

/** What comes, day after day, as a list. */
class CrmAgenda extends CrmElement {
  static properties = { days: {}, data: {} };

  render() {
    const owner = event => this.data.owners.of(event);
    const days = this.days.map(date => ({
      date, events: this.data.events.filter(e => touches(e, date)),
        tasks: this.data.activities.filter(a => a.dueDate === date),
    })).filter(d => d.events.length || d.tasks.length);
    if (!days.length) return empty('Nothing is planned in these 30 days.',
      'Meetings and activities that are due stand here.');
    return html`<div class="agenda panel-flat">${days.map(d => html`<section class=${d.date === today() ? 'today' : ''}>
      <h2>${day(d.date, { weekday: 'long', month: 'long' })}</h2>
      <ul>${d.events.map(e =>
        html`<li><button class="agenda-row ${tone(e, owner(e))}" aria-label=${label(e, owner(e))}
          @click=${() => this.emit('open', e)}>
        <i class="own-dot"></i><span
          class="num muted agenda-time">${e.allDay ? 'All day' : `${clock(e.from)} to ${clock(e.to)}`}</span>
        <b class="ellipsis">${e.title}</b>${e.location ? html`<span class="faint ellipsis">${e.location}</span>`
          : nothing}
        ${owner(e) ? html`<span class="faint ellipsis">${owner(e).name}</span>` : nothing}</button></li>`)}
      ${d.tasks.map(a => html`<li><a class="agenda-row" href="/opportunities/${a.record.id}"><i
        class="own-dot none"></i><span class="muted agenda-time">Due</span>
        ${typeIcon(a.type)}<span class="ellipsis">${a.summary || a.type.name}</span>
        <span class="faint ellipsis">${a.recordTitle || ''}</span></a></li>`)}</ul></section>`)}</div>`;
  }
}
customElements.define('crm-agenda', CrmAgenda);
