import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { face } from '../../lib/bits.js';
import { number, plural, sums } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Follows } from '../../lib/live.js';
import { Pages } from '../../lib/pages.js';
import { go, setQuery } from '../../lib/router.js';
import { has } from '../../lib/session.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { OpenDeals } from './open-deals.js';
import '../crm-contact-form/crm-contact-form.js';

const bounced = html`<span class="bounced">${icon('alert')}bounced</span> `;

/** People and companies outside, by name; what is searched stands in the address. */
class CrmContacts extends CrmElement {
  static properties = { query: {}, adding: { state: true } };

  load = new Pages(this,
    cursor => api.get('/contacts', { q: this.q, limit: 100, count: cursor ? undefined : true, cursor }));

  follows = new Follows(this, news => this.hear(news));
  deals = new OpenDeals(this);

  /** Those that others make or change come in where they stand by name. */
  hear(news) {
    if (!news || news.some(n => n.record?.type === 'opportunity')) this.deals.forget();
    const ids = news?.filter(n => n.record?.type === 'contact').map(n => n.record.id);
    if (ids && !ids.length) return;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.load.heard(ids, id => api.get(`/contacts/${id}`)), 400);
  }

  get q() {
    return this.query.get('q') || '';
  }

  willUpdate() {
    if (this.asked === this.q) return;
    this.asked = this.q;
    this.load.run();
  }

  updated() {
    if (has('pipeline')) this.deals.learn(this.load.data?.items || []);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.wait);
    clearTimeout(this.soon);
  }

  render() {
    const total = this.load.data?.total;
    return html`<div class="contacts-view">
      <div class="bar"><h1>Contacts</h1>
        <label class="seek">${icon('find')}<span class="unseen">Search contacts</span><input type="search"
          placeholder="Name, company, address, phone" .value=${this.q} @input=${this.type}
            @keydown=${e => { if (e.key === 'Escape') this.clear(e.target); }}></label>
        ${total === undefined ? nothing
          : html`<span class="faint num hide-s" role="status">${plural(total, 'contact')}</span>`}
        <span class="grow"></span>
        <button class="primary" @click=${this.begin}>${icon('plus')}New contact</button></div>
      ${this.adding ? html`<crm-contact-form class="panel narrow" @made=${e => go(`/contacts/${e.detail.id}`)}
        @left=${this.end}></crm-contact-form>` : nothing}
      ${shown(this.load, data => this.rows(data), html`<div class="sheet-list">${skeleton(12, 'rows')}</div>`)}
    </div>`;
  }

  rows({ items }) {
    if (!items.length) return this.q
      ? empty('No contacts match', 'Names, companies, addresses and phone numbers are searched.',
        html`<button class="quiet" @click=${() => setQuery({ q: null })}>Show all</button>`)
      : empty('No contacts yet.', 'They come with opportunities and imports, or are added here.',
        html`<button class="primary" @click=${this.begin}>New contact</button>`);
    return html`<div class="sheet-list"><table class="sheet-table contacts"><caption class="unseen">Contacts</caption>
      <thead><tr><th>Name</th><th class="hide-s">Company</th><th class="hide-s">Owner</th><th
        class="hide-s end">Open</th><th class="hide-s">Email</th><th class="hide-s">Phone</th><th
        class="only-s end">Open</th></tr></thead>
      <tbody>${repeat(items, c => c.id,
        c => html`<tr><th scope="row" title=${c.name}><a class="row-link ellipsis"
          href="/contacts/${c.id}">${c.name}</a>${c.email || c.company
            ? html`<span class="only-s under ellipsis">${c.bounced ? bounced : nothing}${c.email || c.company}</span>`
              : nothing}</th>
        <td class="hide-s ellipsis" title=${c.company || nothing}>${c.company}</td>
        ${this.open(this.deals.of(c.id))}
        <td class="hide-s ellipsis" title=${c.email || nothing}>${c.bounced ? bounced : nothing}${c.email}</td>
        <td class="hide-s num ellipsis">${c.phone}</td>
        ${this.openShort(this.deals.of(c.id))}</tr>`)}</tbody></table>${this.load.end}</div>`;
  }

  /** Who sells to them, how many opportunities are open, and their sum. */
  open(deals) {
    return html`<td class="hide-s"><span class="row">${deals?.owners.slice(0, 3).map(face)}${deals?.owners.length === 1
      ? html`<span class="ellipsis">${deals.owners[0].name}</span>` : nothing}</span></td>
      <td class="hide-s num end">${deals?.count ? html`${number(deals.count)}${sums(deals.sums)
        ? html` <span class="faint">${sums(deals.sums)}</span>` : nothing}` : nothing}</td>`;
  }

  /** On a phone: the sum over the number. */
  openShort(deals) {
    return html`<td class="only-s num end">${deals?.count ? html`${sums(deals.sums)}<span
      class="under">${number(deals.count)} open</span>` : nothing}</td>`;
  }

  type(event) {
    const text = event.target.value;
    clearTimeout(this.wait);
    this.wait = setTimeout(() => setQuery({ q: text.trim() }, { replace: true }), 180);
  }

  clear(input) {
    clearTimeout(this.wait);
    input.value = '';
    setQuery({ q: null }, { replace: true });
  }

  begin() {
    this.from = document.activeElement;
    this.adding = true;
  }

  end() {
    this.adding = false;
    this.from?.focus();
  }
}
customElements.define('crm-contacts', CrmContacts);
