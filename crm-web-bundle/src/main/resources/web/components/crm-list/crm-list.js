import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { catalog } from '../../lib/catalog.js';
import { api } from '../../lib/api.js';
import { filtersOf } from '../../lib/filters.js';
import { number } from '../../lib/format.js';
import { Follows } from '../../lib/live.js';
import { Pages } from '../../lib/pages.js';
import { refusals } from '../../lib/refusals.js';
import { go, setQuery } from '../../lib/router.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { leaveTrail } from '../../lib/trail.js';
import { schedule } from '../crm-activity-dialog/schedule.js';
import { COLUMNS, direction, turned } from './columns.js';
import { pressed } from './keys.js';
import { idsOf, LIMIT, Selection } from './selection.js';
import { BulkActs } from './bulk.js';
import '../crm-filters/crm-filters.js';
import '../crm-bulk-bar/crm-bulk-bar.js';

const NO_MATCH = empty('No opportunities match', 'Nothing that you can see matches these filters.',
  html`<button class="quiet" @click=${() => go('/pipeline?view=list')}>Clear the filters</button>`);
const NONE_YET = empty('No opportunities yet', 'Opportunities that you add or are given appear here.',
  html`<a class="button primary" href="/pipeline?new=1">New opportunity</a>`);

/**
 * The pipeline as dense rows: sorted, paged by scrolling, selected for bulk. The same filters as the board, in the same
 * address.
 */
class CrmList extends CrmElement {
  static properties = { query: {}, focused: { state: true }, stages: { state: true }, report: { state: true },
    picking: { state: true } };

  load = new Pages(this, cursor => api.get('/opportunities',
    { ...this.params, limit: 100, cursor, count: cursor ? undefined : true }), { scroller: '.l-scroll' });
  selection = new Selection(this);
  acts = new BulkActs(this);
  follows = new Follows(this, news => this.hear(news));

  get items() {
    return this.load.data?.items || [];
  }

  get params() {
    return { ...filtersOf(this.query), sort: this.query.get('sort') || undefined };
  }

  connectedCallback() {
    super.connectedCallback();
    catalog.stages().then(list => { this.stages = list; }, () => { this.stages = []; });
  }

  willUpdate() {
    this.selection.follow(this.load.data);
    const asked = JSON.stringify(this.params);
    if (asked === this.asked) return;
    if (this.asked) this.selection.clear();
    this.asked = asked;
    this.load.run();
  }

  hear(news) {
    if (news && !news.some(n => n.record?.type === 'opportunity')) return;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.load.heard(news?.map(n => n.record?.id), id => api.get(`/opportunities/${id}`)),
      400);
  }

  render() {
    return html`<crm-filters .query=${this.query} @add=${() => go('/pipeline?new=1')}></crm-filters>
      ${shown(this.load, page => this.table(page), html`<div class="l-loading">${skeleton(14, 'rows')}</div>`)}
      ${this.selection.size ? html`<crm-bulk-bar .count=${this.selection.size}
        .closed=${this.items.some(o => o.outcome !== 'open' && this.selection.has(o.id))} .busy=${this.acts.busy}
          @act=${e => this.bulk(e.detail)} @clear=${() => this.selection.clear()}></crm-bulk-bar>` : nothing}`;
  }

  table({ items, next, total }) {
    if (!items.length) return Object.keys(filtersOf(this.query)).length ? NO_MATCH : NONE_YET;
    const current = this.items.some(o => o.id === this.focused) ? this.focused : items[0].id;
    return html`
      ${this.foot(items, total, next)}
      ${this.report ? this.refusals() : nothing}
      <div class="l-scroll"><div class="list" role="grid" aria-multiselectable="true" aria-label="Opportunities"
        aria-rowcount=${total ?? -1} @keydown=${e => pressed(this, e)} @click=${this.clicked}
          @focusin=${e => { this.focused = Number(e.target.closest('.l-row')?.dataset.id) || this.focused; }}>
        ${this.heads(items)}
        ${repeat(items, o => o.id, (o, i) => this.row(o, i, current))}</div>
        ${this.load.end}</div>`;
  }

  foot(items, total, next) {
    const all = this.selection.size && items.every(o => this.selection.has(o.id));
    return html`<div class="l-sum row small faint"><span
      class="num">${total === undefined ? '' : `${number(total)} ${total === 1 ? 'opportunity'
        : 'opportunities'}`}</span>
      ${all && next ? html`<button class="bare link" ?disabled=${this.picking}
        @click=${this.pickAll}>Select ${total > LIMIT ? `the first ${LIMIT}`
          : `all ${number(total ?? 0)}`} of this filter</button>` : nothing}</div>`;
  }

  heads(items) {
    const sort = this.query.get('sort') || '-createdAt';
    const some = items.some(o => this.selection.has(o.id));
    const every = some && items.every(o => this.selection.has(o.id));
    return html`<div class="l-head" role="row"><span role="columnheader" class="c-pick"><input type="checkbox"
      aria-label="Select all rows shown" .checked=${every} .indeterminate=${some && !every}
        @change=${e => this.selection.put(items.map(o => o.id), e.target.checked)}></span>
      ${COLUMNS.map(c => html`<span role="columnheader" class=${c.cls}
        aria-sort=${c.sort ? direction(c, sort) : nothing}>${c.sort
          ? html`<button class="bare" @click=${() =>
            setQuery({ sort: turned(c, sort) })}>${c.name}${direction(c, sort) === 'none' ? nothing
              : html`<span aria-hidden="true">${direction(c, sort) === 'ascending' ? '↑' : '↓'}</span>`}</button>`
                : c.name}</span>`)}</div>`;
  }

  row(o, i, current) {
    const on = this.selection.has(o.id);
    const refused = this.report?.find(r => r.id === o.id);
    return html`<div class="l-row ${on ? 'on' : ''} ${refused ? 'refused-row' : ''}" role="row" data-id=${o.id}
      aria-rowindex=${i + 2} aria-selected=${on} tabindex=${o.id === current ? 0 : -1}>
      <span role="gridcell" class="c-pick"><input type="checkbox" tabindex="-1" aria-label="Select ${o.name}"
        .checked=${on}></span>
      ${COLUMNS.map(c => html`<span role="gridcell" class=${c.cls}>${c.read(o, this.stages || [])}</span>`)}</div>`;
  }

  refusals() {
    const one = this.report.length === 1;
    return refusals(`${this.report.length} ${one ? 'was' : 'were'} refused and stayed as ${one ? 'it was'
      : 'they were'}.`, this.report.slice(0, 50), () => { this.report = null; });
  }

  /** A click on the box selects, with Shift a whole range; anywhere else in the row it opens. */
  clicked(event) {
    const row = event.target.closest('.l-row');
    if (!row) return;
    const id = Number(row.dataset.id);
    if (event.target.closest('.c-pick')) {
      this.selection.toggle(id, event.shiftKey);
      return;
    }
    leaveTrail(this.items.map(o => o.id), this.load.data.total ?? this.items.length);
    if (!event.target.closest('a') && !getSelection().toString()) row.querySelector('a').click();
  }

  pickAll = async () => {
    this.picking = true;
    const ids = await idsOf(this.params, LIMIT).finally(() => { this.picking = false; });
    this.selection.only(ids);
  };

  bulk(action, ids = [...this.selection.ids]) {
    return this.acts.start(action, ids);
  }

  async schedule(id) {
    if (await schedule(this.items.find(o => o.id === id))) this.load.renew();
  }

  async focusRow(id) {
    this.focused = id;
    await this.updateComplete;
    this.querySelector(`.l-row[data-id="${id}"]`)?.focus();
  }
}
customElements.define('crm-list', CrmList);
