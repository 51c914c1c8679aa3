import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { catalog } from '../../lib/catalog.js';
import { may, session } from '../../lib/session.js';
import { setQuery } from '../../lib/router.js';
import { today } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';

/** What the board shows, as chips; each is a part of the address. */
class CrmFilters extends CrmElement {
  static properties = { query: {}, teams: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    catalog.teams().then(list => { this.teams = list; }, () => { this.teams = []; });
  }

  render() {
    const q = this.query.get('q');
    const mine = session.state.me.teams || [];
    const others = this.teams?.length && (!mine.length || may('admin', 'manager'));
    return html`<div class="bar">
      <h1>Pipeline</h1>
      ${this.chip('Mine', { salesperson: 'me' })}
      ${mine.slice(0, 2).map(t => this.chip(`Team ${t.name}`, { team: String(t.id) }))}
      ${others ? html`<select class="chip hide-s ${this.query.get('team') ? 'on' : ''}" aria-label="Team" @change=${e => setQuery({ team: e.target.value })}>
        <option value="">All teams</option>${this.teams.map(t => html`<option value=${t.id} ?selected=${String(t.id) === this.query.get('team')}>Team ${t.name}</option>`)}</select>` : nothing}
      ${this.chip(html`${icon('filter')}Closing this month`, month(), 'hide-s')}
      ${this.chip('Late activities', { activityState: 'overdue' }, 'hide-s')}
      ${q ? html`<button class="chip on" title="Show all again" aria-label="Search for ${q}. Show all again" @click=${() => setQuery({ q: null })}>“${q}”${icon('close')}</button>` : nothing}
      <span class="grow"></span>
      <button class="primary" @click=${() => this.emit('add')}>${icon('plus')}New</button>
    </div>`;
  }

  chip(label, parts, cls = '') {
    const on = Object.entries(parts).every(([name, value]) => this.query.get(name) === value);
    const off = Object.fromEntries(Object.keys(parts).map(name => [name, null]));
    return html`<button class="chip ${cls}" aria-pressed=${on} @click=${() => setQuery(on ? off : parts)}>${label}</button>`;
  }
}

function month() {
  const [year, of] = today().split('-').map(Number);
  return { closingFrom: `${today().slice(0, 7)}-01`, closingTo: new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10) };
}
customElements.define('crm-filters', CrmFilters);
