import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { number } from '../../lib/format.js';
import { icon, typeIcon } from '../../lib/icons.js';
import { Renews } from '../../lib/live.js';
import { later } from '../../lib/later.js';
import { Load } from '../../lib/load.js';
import { Popover } from '../../lib/popover.js';
import { shown, skeleton } from '../../lib/states.js';
import { schedule } from '../crm-activity-dialog/schedule.js';

/** The groups of the menu: the server's state, how people call it, its colour. */
const GROUPS = [['overdue', 'Overdue', 'late'], ['today', 'Today', 'today'], ['planned', 'Upcoming', 'plan']];

/** What one has to do, counted: each figure is exactly the rows that its link shows (A13). */
class CrmMenuActivities extends CrmElement {
  panel = new Popover(this);
  load = new Load(this, () => api.get('/activities/summary'));
  renews = new Renews(this, () => this.load.run());

  connectedCallback() {
    super.connectedCallback();
    later(() => this.load.run());
  }

  render() {
    const counts = this.load.data;
    const words = counts ? GROUPS.map(([state, name]) => `${counts[state]} ${name.toLowerCase()}`).join(', ')
      : 'counting';
    const urgent = counts && (counts.overdue || counts.today);
    return html`<div class="hang" @keydown=${this.panel.key}>
      <button class="icon work-button" aria-expanded=${this.panel.open} aria-haspopup="dialog"
        aria-label="Activities: ${words}" title="Activities: ${words}"
          @click=${this.panel.toggle}>${icon('clock')}${urgent
        ? html`<span class="count num ${counts.overdue ? 'late' : 'today'}" aria-hidden="true">${number(urgent)}</span>`
          : nothing}</button>
      ${this.panel.open ? html`<div class="menu work-menu" role="dialog" aria-label="Activities"
        @click=${e => { if (e.target.closest('a')) this.panel.show(false); }}>${shown(this.load,
          data => this.body(data), skeleton(4, 'rows'))}</div>` : nothing}</div>`;
  }

  body(data) {
    const types = data.byType.filter(t => t.overdue + t.today + t.planned);
    return html`<div class="work-groups">${GROUPS.map(([state, name, colour], i) => html`
        <a class="work-group ${colour}" ?data-first=${i === 0} href="/activities?state=${state}"><b
          class="num">${number(data[state])}</b><span>${name}</span></a>`)}</div>
      ${types.length ? html`<ul class="work-types">${types.map(t => html`<li>
        <a class="grow ellipsis" href="/activities?type=${t.type.id}">${typeIcon(t.type)}${t.type.name}</a>
        ${GROUPS.map(([state, name, colour]) => (t[state]
          ? html`<a class="num work-n ${colour}" href="/activities?type=${t.type.id}&state=${state}"
            aria-label="${t.type.name}, ${name.toLowerCase()}: ${t[state]}" title=${name}>${number(t[state])}</a>`
              : html`<span class="work-n" aria-hidden="true"></span>`))}</li>`)}</ul>`
        : html`<p class="faint small work-none">No activities are planned for you.</p>`}
      <div class="work-foot"><a class="button quiet" href="/day">My day</a><a class="button quiet"
        href="/activities">All activities</a><span class="grow"></span>
        <button class="primary"
          @click=${() => { this.panel.show(false); schedule(); }}>${icon('plus')}Schedule</button></div>`;
  }
}
customElements.define('crm-menu-activities', CrmMenuActivities);
