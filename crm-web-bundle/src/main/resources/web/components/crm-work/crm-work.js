import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Renews } from '../../lib/live.js';
import { Pages } from '../../lib/pages.js';
import { refusals } from '../../lib/refusals.js';
import { setQuery } from '../../lib/router.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { schedule } from '../crm-activity-dialog/schedule.js';
import { OPEN } from '../crm-activity/states.js';
import { title } from '../crm-activity/title.js';
import { taskKey } from '../crm-task/crm-task.js';
import './bulk.js';

const STATES = [['overdue', 'Overdue'], ['today', 'Today'], ['planned', 'Upcoming'], ['done', 'Done'],
  ['cancelled', 'Cancelled']];

/** Activities over all records as rows: filtered in the address, paged by scrolling, chosen for one act on many. */
class CrmWork extends CrmElement {
  static properties = { query: {}, types: { state: true }, chosen: { state: true }, report: { state: true } };

  load = new Pages(this, cursor => api.get('/activities',
    { ...this.filter(), limit: 50, cursor, count: cursor ? undefined : true }));
  renews = new Renews(this, () => this.load.run());

  constructor() {
    super();
    this.chosen = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    catalog.activityTypes().then(list => { this.types = list; }, () => {});
  }

  willUpdate(changed) {
    const address = this.query?.toString();
    if (!changed.has('query') || address === this.address) return;
    this.address = address;
    this.chosen = new Set();
    this.report = null;
    this.load.data = undefined;
    this.load.run();
  }

  /** What the menu counts when nothing else is asked for: one's own open ones, and what one may claim. */
  filter() {
    const states = this.query.getAll('state');
    const over = states.some(s => !OPEN.includes(s));
    return { assignee: this.query.get('who') === 'all' ? undefined : 'me', state: states.length ? states : OPEN,
      type: this.query.getAll('type'), sort: over ? '-dueDate' : 'dueDate' };
  }

  render() {
    const states = this.query.getAll('state');
    const total = this.load.data?.total;
    return html`<div class="work-view">
      <div class="bar"><h1>Activities</h1>
        <div class="row wrap" role="group" aria-label="State">${STATES.map(([state, name]) =>
          html`<button class="chip" aria-pressed=${states.includes(state)}
            @click=${() => setQuery({ state: states.includes(state) ? states.filter(s => s !== state)
              : [...states, state] })}>${name}</button>`)}</div>
        <select class="chip" aria-label="Type" @change=${e => setQuery({ type: e.target.value })}><option
          value="">All types</option>${(this.types || []).map(t =>
            html`<option value=${t.id}
              ?selected=${this.query.get('type') === String(t.id)}>${t.name}</option>`)}</select>
        <button class="chip" aria-pressed=${this.query.get('who') === 'all'}
          @click=${() => setQuery({ who: this.query.get('who') === 'all' ? null : 'all' })}>Everybody's</button>
        ${total === undefined ? nothing : html`<span class="faint num hide-s"
          role="status">${plural(total, 'activity', 'activities')}</span>`}
        <span class="grow"></span><button class="primary"
          @click=${() => schedule()}>${icon('plus')}Schedule</button></div>
      ${this.report ? this.refusals() : nothing}
      ${shown(this.load, data => this.rows(data), html`<div class="task-list">${skeleton(10, 'rows')}</div>`)}
      ${this.chosen.size ? html`<crm-work-bulk .activities=${this.load.data.items.filter(a => this.chosen.has(a.id))}
        @acted=${this.acted} @left=${() => { this.chosen = new Set(); }}></crm-work-bulk>` : nothing}</div>`;
  }

  rows({ items }) {
    if (!items.length) return this.query.toString()
      ? empty('No activities match', 'No activity is in these states.',
        html`<button class="quiet" @click=${() => setQuery({ state: null, type: null,
          who: null })}>Show all open ones</button>`)
      : empty('Nothing is planned for you.', 'An opportunity without a next step is easily forgotten.',
        html`<button class="primary" @click=${() => schedule()}>Schedule one</button>`);
    return html`<ul class="task-list" aria-label="Activities" @keydown=${this.key}>${repeat(items, a => a.id, a => html`
      <li class="task-row ${this.chosen.has(a.id) ? 'on' : ''}" data-row=${a.id} tabindex="0"
        aria-label="${title(a)}, ${a.recordTitle || ''}">
        <label class="task-pick">${OPEN.includes(a.state)
          ? html`<input type="checkbox" tabindex="-1" aria-label="Select ${title(a)}" .checked=${this.chosen.has(a.id)}
            @change=${() => this.choose(a.id)}>` : html`<span class="pick-none"></span>`}</label>
        <crm-task .activity=${a} @acted=${() => this.load.run()}></crm-task></li>`)}</ul>${this.load.end}`;
  }

  refusals() {
    return refusals(`${plural(this.report.length, 'activity', 'activities')} stayed as before.`, this.report,
      () => { this.report = null; });
  }

  key = event => {
    const row = event.target.closest('[data-row]');
    if (event.key === 'x' && row && !event.target.closest('.menu')) {
      event.preventDefault();
      this.choose(Number(row.dataset.row));
    } else taskKey(event, this);
  };

  choose(id) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  acted = event => {
    this.report = event.detail.length ? event.detail : null;
    this.chosen = new Set(event.detail.map(r => r.id));
    this.load.run();
  };
}
customElements.define('crm-work', CrmWork);
