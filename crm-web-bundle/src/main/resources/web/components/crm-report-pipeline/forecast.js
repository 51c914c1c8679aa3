import { html, nothing } from 'lit';
import { listAddress } from '../../lib/drill.js';
import { plural, sums } from '../../lib/format.js';
import { monthName } from '../../lib/period.js';
import { amountIn, amounts, card, counted, currenciesOf, keyOf } from '../crm-report/figures.js';
import '../crm-chart/crm-chart.js';

const named = month => (month ? monthName(month) : 'No date');

/**
 * What is open, by the month in which it is expected to close: the whole, and weighted with its chances. One currency
 * at a time.
 */
export function forecast(months, chosen, choose) {
  const currencies = currenciesOf(months.map(m => m.figure.sum));
  const currency = currencies.includes(chosen) ? chosen : currencies[0];
  const marks = months.map(m => ({
    label: named(m.month), value: amountIn(m.figure.sum, currency), under: amountIn(m.weighted, currency),
      href: m.figure.count ? listAddress(m.figure.filter) : null,
    said: `${named(m.month)}: ${plural(m.figure.count, 'open opportunity', 'open opportunities')}${m.figure.sum.length
      ? `, ${sums(m.figure.sum)}, weighted ${sums(m.weighted) || '0'}` : ''}`,
  }));
  const chart = html`<crm-chart kind="columns" label="Forecast by month" .marks=${marks}
    .unit=${v => sums([{ amount: v, currency: currency || 'EUR' }]) || '0'}
    .legend=${keyOf([['soft', `Expected revenue, ${currency || ''}`],
      ['', 'Weighted with its probability']])}></crm-chart>`;
  const table = html`<table><thead><tr><th>Closing in</th><th class="end">Open</th><th
    class="end">Expected revenue</th><th class="end">Weighted</th></tr></thead><tbody>${months.map(m => html`
    <tr><th scope="row">${named(m.month)}</th><td class="end">${counted(m.figure,
      `open, closing in ${named(m.month)}`)}</td><td class="end">${amounts(m.figure.sum)}</td><td
        class="end">${amounts(m.weighted)}</td></tr>`)}</tbody></table>`;
  if (!months.length) return html`<section class="panel report-card"><h2>Forecast</h2><p
    class="muted">Nothing is open.</p></section>`;
  return card('forecast', 'Forecast',
    'All open opportunities by month of expected closing, whatever the period.', chart,
    table, currencies.length > 1 ? html`<div class="seg" role="group" aria-label="Currency">
    ${currencies.map(c => html`<button class=${c === currency ? 'on' : ''} aria-pressed=${c === currency}
      @click=${() => choose(c)}>${c}</button>`)}</div>` : nothing);
}
