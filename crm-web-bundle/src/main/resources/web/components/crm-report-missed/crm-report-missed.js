import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { listAddress } from '../../lib/drill.js';
import { number, plural, sums } from '../../lib/format.js';
import { Load } from '../../lib/load.js';
import { monthName } from '../../lib/period.js';
import { setQuery } from '../../lib/router.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { amountIn, amounts, card, counted, currenciesOf, measures, percent } from '../crm-report/figures.js';
import '../crm-chart/crm-chart.js';

const GROUPS = [['reason', 'Reason'], ['stage', 'Lost from'], ['salesperson', 'Salesperson'], ['team', 'Team'],
  ['month', 'Month']];
const NONE = { reason: 'No reason', stage: 'No open stage', salesperson: 'Nobody', team: 'No team' };

/** Why, where, with whom and when opportunities were lost. */
class CrmReportMissed extends CrmElement {
  static properties = { params: {}, stamp: {}, query: {} };

  load = new Load(this, () => api.get('/reports/missed-sales', { ...this.params, groupBy: this.groupBy }));

  get groupBy() {
    const asked = this.query.get('groupBy');
    return GROUPS.some(([key]) => key === asked) ? asked : 'reason';
  }

  willUpdate() {
    const asked = JSON.stringify([this.params, this.groupBy, this.stamp]);
    if (asked === this.asked) return;
    this.asked = asked;
    this.load.run();
  }

  render() {
    return html`<div class="report-list">${shown(this.load, report => this.report(report),
      html`<section class="panel">${skeleton(8, 'rows')}</section>`)}</div>`;
  }

  report({ groups, total, groupBy }) {
    if (!total.count) return empty('Nothing was lost in this time.', 'Try a longer period, or look at everybody’s.',
      html`<button class="quiet" @click=${() => setQuery({ period: 'all', from: null, to: null })}>All time</button>`);
    const currencies = currenciesOf(groups.map(g => g.figure.sum));
    const asked = this.query.get('measure');
    const measure = currencies.includes(asked) ? asked : 'count';
    const rows = groups.map(g => ({ ...g, name: g.label ?? (groupBy === 'month' ? monthName(g.key) : NONE[groupBy]) }));
    const word = groupBy;
    return html`<p class="report-lead"><b class="num">${number(total.count)}</b> lost${total.sum.length
      ? html`, <b>${sums(total.sum)}</b> in expected revenue` : nothing}. <a class="link small"
        href=${listAddress(total.filter)}>Show them all</a></p>
      ${card('missed', `Lost by ${word}`, null, this.chart(rows, measure, word), this.table(rows, total, word),
        html`<div class="seg" role="group" aria-label="Grouped by">${GROUPS.map(([key, name]) =>
          html`<button class=${key === groupBy ? 'on' : ''} aria-pressed=${key === groupBy}
            @click=${() => setQuery({ groupBy: key === 'reason' ? null : key },
              { replace: true })}>${name}</button>`)}</div>
          ${currencies.length ? measures(this.query, 'measure', currencies, measure) : nothing}`)}`;
  }

  chart(rows, measure, word) {
    const value = g => (measure === 'count' ? g.figure.count : amountIn(g.figure.sum, measure));
    const written = g => (measure === 'count' ? number(value(g)) : sums([{ amount: value(g), currency: measure }])
      || '0');
    const months = word === 'month';
    const marks = (months ? rows : [...rows].sort((a, b) => value(b) - value(a))).map(g => ({
      label: g.name, value: value(g), text: written(g), href: g.figure.count ? listAddress(g.figure.filter) : null,
      said: `${g.name}: ${plural(g.figure.count, 'opportunity', 'opportunities')} lost${g.figure.sum.length
        ? `, ${sums(g.figure.sum)}` : ''}, ${percent(g.share)} of all`,
    }));
    return html`<crm-chart kind=${months ? 'columns' : 'bars'} label="Lost by ${word}" ?whole=${measure === 'count'}
      .marks=${marks}
      .unit=${v => (measure === 'count' ? number(v) : sums([{ amount: v, currency: measure }]) || '0')}
        legend=${measure === 'count' ? 'Opportunities lost' : `Expected revenue lost, in ${measure}`}></crm-chart>`;
  }

  table(rows, total, word) {
    return html`<table><thead><tr><th>${GROUPS.find(([key]) => key === word)[1]}</th><th class="end">Lost</th><th
      class="end">Share</th><th class="end">Expected revenue</th></tr></thead>
      <tbody>${rows.map(g => html`<tr><th scope="row">${g.name}</th><td
        class="end">${counted(g.figure, `lost, ${g.name}`)}</td><td class="end num">${percent(g.share)}</td><td
          class="end">${amounts(g.figure.sum)}</td></tr>`)}</tbody>
      <tfoot><tr><th scope="row">All</th><td class="end">${counted(total, 'all lost')}</td><td
        class="end num">${percent(1)}</td><td class="end">${amounts(total.sum)}</td></tr></tfoot></table>`;
  }
}
customElements.define('crm-report-missed', CrmReportMissed);
