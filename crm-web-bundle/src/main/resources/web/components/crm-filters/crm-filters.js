import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { NAMES, SORTS, chipsOf, month } from '../../lib/filters.js';
import { icon } from '../../lib/icons.js';
import { later } from '../../lib/later.js';
import { route, setQuery } from '../../lib/router.js';
import { has, session } from '../../lib/session.js';
import { slot, slots } from '../../lib/slots.js';
import { Uses } from '../../lib/store.js';
import '../crm-export/crm-export.js';
import '../crm-filter-menu/crm-filter-menu.js';
import '../crm-saved/crm-saved.js';

/** The lists in which names stand, and the filters that need them; the menu shows teams in any case. */
const LISTS = { users: ['salesperson'], teams: [], stages: ['stage', 'lostFrom', 'entered', 'wentOn', 'left'],
  lostReasons: ['lostReason'] };

/** What board and list show, as chips; each is a part of the address. */
class CrmFilters extends CrmElement {
  static properties = { query: {}, lists: { state: true } };

  uses = new Uses(this, slots);

  connectedCallback() {
    super.connectedCallback();
    this.lists = {};
    this.asked = new Set();
  }

  /** Asked once; it may come later than the chip whose name it has. */
  learn(name) {
    if (this.asked.has(name)) return;
    this.asked.add(name);
    later(() => catalog[name]().then(list => { this.lists = { ...this.lists, [name]: list }; }, () => {}));
  }

  willUpdate() {
    Object.entries(LISTS).filter(([, filters]) => !filters.length || filters.some(f => this.query.has(f)))
      .forEach(([name]) => this.learn(name));
    const known = new Set((this.lists.contacts || []).map(c => String(c.id)));
    this.query.getAll('customer').filter(id => !known.has(id)).forEach(id => this.meet(id));
  }

  meet(id) {
    const put = contact => { this.lists = { ...this.lists,
      contacts: [...(this.lists.contacts || []).filter(c => c.id !== contact.id), contact] }; };
    put({ id: Number(id), name: 'Customer' });
    api.get(`/contacts/${id}`).then(put, () => {});
  }

  name = (list, id, otherwise) => this.lists[list]?.find(o => String(o.id) === String(id))?.name ?? otherwise;

  render() {
    const quick = this.quick();
    const chips = chipsOf(this.query, this.name);
    const more = chips.filter(c => !quick.some(k => this.isOn(k.parts) && this.covers(k.parts, c)));
    return html`<div class="bar filter-bar">
      <h1>Pipeline</h1>
      <div class="chips" role="group" aria-label="Filters">
        ${quick.map(k => this.chip(k))}
        ${more.map(c => html`<button class="chip on" title="Remove this filter"
          aria-label="${c.name === 'q' ? `Search for ${c.value}` : c.label}. Remove this filter"
            @click=${() => setQuery(c.off)}><span class="ellipsis">${c.label}</span>${icon('close')}</button>`)}
        ${chips.length > 1 ? html`<button class="bare clear-all small" @click=${this.clear}>Clear all</button>`
          : nothing}
      </div>
      <crm-filter-menu .query=${this.query} .names=${this.name} .teams=${this.lists.teams} .count=${chips.length}
        @clear=${this.clear}></crm-filter-menu>
      <crm-saved .query=${this.query}></crm-saved>
      <span class="grow"></span>
      ${this.sorts()}
      ${this.views()}
      ${slot('board-action', { query: this.query })}
      ${has('imports') ? html`<crm-export class="hide-s" .query=${this.query}></crm-export>` : nothing}
      <button class="primary" @click=${() => this.emit('add')}>${icon('plus')}New</button>
    </div>`;
  }

  quick() {
    const mine = session.state.me.teams || [];
    return [
      { label: 'Mine', parts: { salesperson: 'me' } },
      ...mine.slice(0, 2).map(t => ({ label: `Team ${t.name}`, parts: { team: String(t.id) } })),
      { label: html`${icon('filter')}Closing this month`, parts: month(), wide: true },
      ...(has('activity') ? [{ label: 'Overdue activities', parts: { activityState: 'overdue' }, wide: true }] : []),
    ];
  }

  isOn(parts) {
    return Object.entries(parts).every(([name, value]) => this.query.getAll(name).includes(value));
  }

  covers(parts, chip) {
    return parts[chip.name] === chip.value || (chip.name === 'closing' && !!parts.closingFrom);
  }

  /** A click takes it in or out; other values of the same filter stay. */
  chip({ label, parts, wide }) {
    const on = this.isOn(parts);
    const patch = Object.fromEntries(Object.entries(parts).map(([name, value]) =>
      [name, on ? this.query.getAll(name).filter(v => v !== value) : /From$|To$/.test(name) ? value
        : [...this.query.getAll(name), value]]));
    return html`<button class="chip ${wide && !on ? 'hide-s' : ''}" aria-pressed=${on}
      @click=${() => setQuery(patch)}>${label}</button>`;
  }

  sorts() {
    const sort = this.query.get('sort') || '';
    if (this.query.get('view') === 'list') return nothing;
    return html`<select class="chip hide-s ${sort ? 'on' : ''}" aria-label="Order of the cards"
      @change=${e => setQuery({ sort: e.target.value })}>
      <option value="">Order by hand</option>${SORTS.map(([key, name]) =>
        html`<option value=${key} ?selected=${key === sort}>${name}</option>`)}</select>`;
  }

  views() {
    const list = this.query.get('view') === 'list';
    const link = (name, label, patch, on) => html`<a class="button icon ${on ? 'on' : ''}" href=${this.address(patch)}
      aria-current=${on ? 'true' : nothing} aria-label=${label} title=${label}>${icon(name)}</a>`;
    return html`<nav class="switch" aria-label="View">${link('columns', 'Board', {}, !list)}${link('list', 'List',
      { view: 'list' }, list)}<a class="button icon" href=${this.reports()} aria-label="Reports"
        title="Reports">${icon('chart')}</a></nav>`;
  }

  /** The figures of the same people. */
  reports() {
    const query = new URLSearchParams([...this.query].filter(([name]) => name === 'team' || name === 'salesperson'));
    return `/reports${query.size ? `?${query}` : ''}`;
  }

  address(patch) {
    const query = new URLSearchParams(this.query);
    query.delete('view');
    query.delete('sort');
    Object.entries(patch).forEach(([name, value]) => query.set(name, value));
    const text = query.toString();
    return route.state.path + (text ? `?${text}` : '');
  }

  clear = () => setQuery(Object.fromEntries(NAMES.map(name => [name, null])));
}
customElements.define('crm-filters', CrmFilters);
