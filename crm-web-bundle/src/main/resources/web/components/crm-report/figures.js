import { html, nothing } from 'lit';
import { number, percent as written, sums } from '../../lib/format.js';
import { listAddress } from '../../lib/drill.js';
import { setQuery } from '../../lib/router.js';

/** What both reports draw alike. */

export const percent = share => (share === null || share === undefined ? '–' : written(share));

/** A count that leads to its records; nothing leads nowhere. */
export const counted = (figure, label) => (figure.count
  ? html`<a class="drill num" href=${listAddress(figure.filter)}
    aria-label="${number(figure.count)}: ${label}">${number(figure.count)}</a>`
      : html`<span class="num faint">0</span>`);

/** One line a currency; they are never added to each other. */
export const amounts = list => (list.length ? list.map(v => html`<div class="amount">${sums([v]) || '–'}</div>`)
  : html`<span class="faint">–</span>`);

export const amountIn = (list, currency) => Number(list.find(v => v.currency === currency)?.amount || 0);

/** The currencies that occur, the one with most in it first. */
export function currenciesOf(lists) {
  const totals = new Map();
  lists.flat().forEach(v => totals.set(v.currency, (totals.get(v.currency) || 0) + Number(v.amount)));
  return [...totals].filter(([, amount]) => amount).sort((a, b) => b[1] - a[1]).map(([currency]) => currency);
}

/** What the length of a mark means: how many, or how much in one currency. */
export const measures = (query, name, currencies, chosen) =>
  html`<div class="seg" role="group" aria-label="Bars show">
  ${[['count', 'Count'], ...currencies.map(c => [c, c])].map(([key, label], i) =>
    html`<button aria-pressed=${key === chosen} class=${key === chosen ? 'on' : ''}
      @click=${() => setQuery({ [name]: i ? key : 'count' }, { replace: true })}>${label}</button>`)}</div>`;

export const card = (id, title, note, chart, table, aside = nothing) =>
  html`<section class="panel report-card" aria-labelledby=${id}>
  <div class="row wrap"><h2 id=${id}>${title}</h2><span class="grow"></span>${aside}</div>
  ${note ? html`<p class="muted small">${note}</p>` : nothing}
  <div class="report-body">${chart}<div class="scroll-x" tabindex="0" role="region"
    aria-label="${title}, as a table">${table}</div></div></section>`;

export const keyOf = entries => html`<span class="key">${entries.map(([cls, text]) =>
  html`<span><i class=${cls}></i>${text}</span>`)}</span>`;
