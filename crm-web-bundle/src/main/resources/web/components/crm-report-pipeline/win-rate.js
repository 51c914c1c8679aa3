import { html } from 'lit';
import { listAddress } from '../../lib/drill.js';
import { number } from '../../lib/format.js';
import { monthName } from '../../lib/period.js';
import { card, counted, percent } from '../crm-report/figures.js';
import '../crm-chart/crm-chart.js';

const byAmount = rates => rates.map(r => html`<div class="num">${percent(r.rate)}${rates.length > 1
  ? html` <span class="faint">${r.currency}</span>` : ''}</div>`);
const row = (name, f) => html`<tr><th scope="row">${name}</th><td class="end">${counted(f.won, `won, ${name}`)}</td><td
  class="end">${counted(f.lost, `lost, ${name}`)}</td><td class="end num">${percent(f.rate)}</td><td
    class="end">${byAmount(f.rateByAmount)}</td></tr>`;

/** Of those that were closed, how many were won: over the months, and by what they were worth. */
export function winRate({ total, months }) {
  const marks = months.map(m => ({
    label: monthName(m.month), value: m.rate, href: m.won.count ? listAddress(m.won.filter) : null,
    said: m.rate === null ? `${monthName(m.month)}: nothing was closed`
      : `${monthName(m.month)}: ${percent(m.rate)} won, ${number(m.won.count)} won and ${number(m.lost.count)} lost`,
  }));
  const note = total.rate === null ? 'No deals were closed in this period.'
    : `${percent(total.rate)} of ${number(total.won.count + total.lost.count)} closed deals won`;
  const table = html`<table><thead><tr><th>Closed in</th><th class="end">Won</th><th class="end">Lost</th><th
    class="end">Win rate</th><th class="end">By amount</th></tr></thead>
    <tbody>${months.map(m => row(monthName(m.month), m))}</tbody><tfoot>${row('All', total)}</tfoot></table>`;
  return card('win-rate', 'Win rate', note, html`<crm-chart kind="line" label="Win rate by month" .marks=${marks}
    .unit=${v => percent(v)} legend="Share of closed deals won"></crm-chart>`, table);
}
