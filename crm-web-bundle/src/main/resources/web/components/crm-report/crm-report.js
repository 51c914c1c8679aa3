import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { catalog } from '../../lib/catalog.js';
import { plural, time } from '../../lib/format.js';
import { now } from '../../lib/clock.js';
import { daysOf, periodOf, PERIODS } from '../../lib/period.js';
import { Follows } from '../../lib/live.js';
import { setQuery } from '../../lib/router.js';
import { may } from '../../lib/session.js';
import { empty } from '../../lib/states.js';
import '../crm-report-missed/crm-report-missed.js';
import '../crm-report-pipeline/crm-report-pipeline.js';
import '../crm-saved/crm-saved.js';

const REPORTS = [
  { id: 'pipeline', name: 'Pipeline', draw: (params, query, stamp) =>
    html`<crm-report-pipeline .params=${params} .stamp=${stamp}></crm-report-pipeline>` },
  { id: 'missed-sales', name: 'Missed sales', draw: (params, query, stamp) =>
    html`<crm-report-missed .params=${params} .query=${query} .stamp=${stamp}></crm-report-missed>` },
];

/** What the pipeline's figures say, and of which time and whom; all of it stands in the address. */
class CrmReport extends CrmElement {
  static properties = { name: {}, query: {}, teams: { state: true }, users: { state: true }, changed: { state: true } };

  follows = new Follows(this, news => this.hear(news));
  stamp = 0;

  connectedCallback() {
    super.connectedCallback();
    catalog.teams().then(list => { this.teams = list; }, () => { this.teams = []; });
    catalog.users().then(list => { this.users = list; }, () => { this.users = []; });
  }

  render() {
    const here = REPORTS.find(r => r.id === this.name);
    if (!here) return empty('There is no such report.', 'Choose one of the reports above.',
      html`<a class="button quiet" href="/reports">Reports</a>`, true);
    const { from, to } = daysOf(this.query);
    const params = { from, to, team: this.query.getAll('team'), salesperson: this.query.getAll('salesperson') };
    return html`<div class="reports">
      <div class="bar report-bar"><h1>Reports</h1>
        <nav class="seg" aria-label="Reports">${REPORTS.map(r =>
          html`<a href=${this.address(r.id)} class=${r === here ? 'on' : ''}
            aria-current=${r === here ? 'page' : nothing}>${r.name}</a>`)}</nav>
        ${this.period()}
        <button class="chip" aria-pressed=${this.query.get('salesperson') === 'me'}
          @click=${() => setQuery({ salesperson: this.query.get('salesperson') === 'me' ? null : 'me' })}>Mine</button>
        ${this.choice('team', 'All teams', this.teams)}
        ${may('manager', 'admin') ? this.choice('salesperson', 'Everybody', this.users) : nothing}
        <crm-saved .query=${this.query} .report=${here.id}></crm-saved></div>
      ${here.draw(params, this.query, this.stamp)}
      <div role="status">${this.changed.size ? this.news() : nothing}</div></div>`;
  }

  willUpdate(changed) {
    if (changed.has('query') || changed.has('name')) this.since();
  }

  /** Figures never jump under the eye: that they are old is said, and one looks again when one likes. */
  hear(news) {
    if (!news) return void this.again();
    const ids = news.filter(n => n.record?.type === 'opportunity').map(n => n.record.id);
    if (ids.length) this.changed = new Set([...this.changed, ...ids]);
  }

  news() {
    return html`<p class="report-news"><span>${plural(this.changed.size, 'opportunity',
      'opportunities')} changed since ${time(this.at)}.</span><button class="bare link"
        @click=${this.again}>Refresh</button></p>`;
  }

  again() {
    this.stamp++;
    this.since();
  }

  since() {
    this.at = now().toISOString();
    this.changed = new Set();
  }

  /** The same time and people in the other report. */
  address(id) {
    const kept = new URLSearchParams([...this.query].filter(([name]) =>
      ['period', 'from', 'to', 'team', 'salesperson'].includes(name)));
    return `/reports/${id}${kept.size ? `?${kept}` : ''}`;
  }

  period() {
    const chosen = periodOf(this.query);
    const day = (name, label) => html`<label class="own-day"><span class="unseen">${label}</span><input type="date"
      .value=${this.query.get(name) || ''} @change=${e =>
        setQuery({ period: 'own', [name]: e.target.value })}></label>`;
    return html`<select class="chip ${chosen === '12m' ? '' : 'on'}" aria-label="Period"
      @change=${e => this.setPeriod(e.target.value)}>${PERIODS.map(([key, name]) =>
        html`<option value=${key} ?selected=${key === chosen}>${name}</option>`)}</select>
      ${chosen === 'own' ? html`<span class="row own-days">${day('from', 'First day')}<span
        class="faint">to</span>${day('to', 'Last day')}</span>` : nothing}`;
  }

  /** One's own span begins as the one that was shown. */
  setPeriod(period) {
    const { from, to } = period === 'own' ? daysOf(this.query) : {};
    setQuery({ period: period === '12m' ? null : period, from, to });
  }

  choice(name, none, list) {
    const chosen = this.query.get(name);
    return list?.length ? html`<select class="chip ${chosen && chosen !== 'me' ? 'on' : ''}"
      aria-label=${name === 'team' ? 'Team' : 'Salesperson'} @change=${e => setQuery({ [name]: e.target.value })}>
      <option value="">${none}</option>${list.map(o =>
        html`<option value=${o.id} ?selected=${String(o.id) === chosen}>${o.name}</option>`)}</select>` : nothing;
  }
}
customElements.define('crm-report', CrmReport);
