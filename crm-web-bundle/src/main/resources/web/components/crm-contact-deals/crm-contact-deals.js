import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { band, due, face } from '../../lib/bits.js';
import { day, dayOf, exact, money, number, sums } from '../../lib/format.js';
import { Renews } from '../../lib/live.js';
import { Load } from '../../lib/load.js';
import { Pages } from '../../lib/pages.js';
import { shown, skeleton } from '../../lib/states.js';

const outcome = o =>
  html`${band(o.outcome)}${o.outcome === 'lost' && o.lostReason ? html` <span class="faint">${o.lostReason.name}</span>`
    : nothing}`;

/** How many and how much, by outcome; what is open also weighted. Currencies stand beside each other. */
const figures = sum =>
  html`<dl class="figures deal-figures">${[['open', 'open'], ['won', 'won'],
    ['lost', 'lost']].filter(([key]) => sum[key].count).map(([key, word]) => html`
  <div><dt>${word}${sums(sum[key].sum) ? html`, <span class="num">${sums(sum[key].sum)}</span>`
    : nothing}${key === 'open' && sums(sum.open.weighted)
      ? html` <span class="faint num">(weighted ${sums(sum.open.weighted)})</span>` : nothing}</dt><dd
        class="num">${number(sum[key].count)}</dd></div>`)}</dl>`;

/** A contact's opportunities: those one can still win first, then how the others ended. */
class CrmContactDeals extends CrmElement {
  static properties = { contact: {} };

  open = new Load(this, () => this.page({ outcome: 'open', limit: 200, count: true, sort: 'expectedClosing' }));
  ended = new Pages(this, cursor => this.page({ outcome: ['won', 'lost'], limit: 50, sort: '-closedAt', cursor }));

  sum = new Load(this, () => api.get('/opportunities/summary', { customer: this.contact.id }));

  renews = new Renews(this, () => {
    this.sum.run();
    this.open.run();
    this.ended.renew();
  });

  page(params) {
    return api.get('/opportunities', { customer: this.contact.id, ...params });
  }

  willUpdate(changed) {
    if (changed.get('contact')?.id === this.contact.id || !changed.has('contact')) return;
    this.open.data = undefined;
    this.ended.data = undefined;
    this.sum.data = undefined;
    this.sum.run();
    this.open.run();
    this.ended.run();
  }

  render() {
    const count = this.open.data?.total ?? this.open.data?.items.length;
    return html`${this.sum.data ? figures(this.sum.data) : nothing}<section class="part"
      aria-labelledby="open-deals"><h2
        id="open-deals">Open opportunities ${count ? html`<span class="faint num">${count}</span>` : nothing}</h2>
        ${shown(this.open, ({ items }) =>
          (items.length ? this.table(items, 'Open opportunities', o => this.running(o))
            : html`<p class="faint">No open opportunities</p>`),
              skeleton(2, 'rows'))}</section>
      ${this.ended.data?.items.length || this.ended.status === 'failed'
        ? html`<section class="part" aria-labelledby="ended-deals"><h2 id="ended-deals">Won and lost</h2>
        ${shown(this.ended, ({ items }) =>
          html`${this.table(items, 'Won and lost', o => this.over(o))}${this.ended.end}`)}</section>` : nothing}`;
  }

  table(items, label, last) {
    return html`<div class="sheet-list flush"><table class="sheet-table deals"><caption
      class="unseen">${label} of ${this.contact.name}</caption>
      <thead><tr><th>Name</th><th class="amount end hide-s">Expected revenue</th><th
        class="hide-s">${label === 'Won and lost' ? 'Outcome' : 'Stage'}</th><th
          class="hide-s">Salesperson</th><th>${label === 'Won and lost' ? 'Ended' : 'Next step'}</th></tr></thead>
      <tbody>${repeat(items, o => o.id,
        o => html`<tr><th scope="row" title=${o.name}><a class="row-link ellipsis"
          href="/opportunities/${o.id}">${o.name}</a><span
            class="only-s under ellipsis">${o.outcome === 'open' ? o.stage?.name : outcome(o)}${o.expectedRevenue
              ? html` · <span class="num">${money(o.expectedRevenue)}</span>` : nothing}</span></th>
        <td class="amount end hide-s">${money(o.expectedRevenue)}</td>${last(o)}</tr>`)}</tbody></table></div>`;
  }

  running(o) {
    return html`<td class="hide-s ellipsis">${o.stage?.name}</td><td class="hide-s"><span
      class="row">${face(o.salesperson)}<span class="ellipsis">${o.salesperson?.name}</span></span></td>
      <td>${o.nextActivity ? due(o.nextActivity, o.activityState)
        : html`<span class="faint">none${o.expectedClosing ? `, closing ${day(o.expectedClosing)}` : ''}</span>`}</td>`;
  }

  over(o) {
    return html`<td class="hide-s ellipsis">${outcome(o)}</td><td class="hide-s"><span
      class="row">${face(o.salesperson)}<span class="ellipsis">${o.salesperson?.name}</span></span></td>
      <td class="muted" title=${o.closedAt ? exact(o.closedAt) : nothing}>${o.closedAt ? day(dayOf(o.closedAt))
        : nothing}</td>`;
  }
}
customElements.define('crm-contact-deals', CrmContactDeals);
