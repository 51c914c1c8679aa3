import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { Load } from '../../lib/load.js';
import { dayOf, dayTitle } from '../../lib/format.js';
import { route, setQuery } from '../../lib/router.js';
import { has } from '../../lib/session.js';
import { shown, skeleton } from '../../lib/states.js';
import { Uses } from '../../lib/store.js';
import { asked, filters } from './filters.js';
import { joined } from './joined.js';
import { line } from './line.js';
import './crm-entry.js';

/** All that happened to a record, newest first, by day; lines of one act stand together. */
class CrmFeed extends CrmElement {
  static properties = { record: {}, types: { state: true } };

  uses = new Uses(this, route);
  load = new Load(this, () => this.newest());

  /** The lines of activities have their types' icons. */
  connectedCallback() {
    super.connectedCallback();
    if (has('activity')) catalog.activityTypes().then(types => { this.types = types; }, () => {});
  }

  page(cursor, more = {}) {
    const { kinds, q } = asked();
    return api.get(`/records/${this.record.type}/${this.record.id}/feed`, { limit: 50, cursor, kinds, q, ...more });
  }

  /** Looked at again, what was unfolded of older days stays. A link to an old entry opens the feed around it. */
  async newest() {
    const { entry } = asked();
    const held = this.load.data;
    if (held?.apart) return held;
    const page = await this.page();
    const last = page.items.at(-1)?.id;
    const at = held?.items.findIndex(e => e.id === last) ?? -1;
    const whole = at < 0 || at === held.items.length - 1 ? page
      : { items: [...page.items, ...held.items.slice(at + 1)], next: held.next };
    return !entry || !whole.next || whole.items.some(e => e.id === entry) ? whole : this.around(entry);
  }

  /** One that is not there any more shows the latest instead. */
  async around(entry) {
    try {
      return { ...await this.page(undefined, { around: entry }), apart: true };
    } catch (problem) {
      if (problem.status !== 404) throw problem;
      return this.page();
    }
  }

  latest() {
    this.load.data = undefined;
    setQuery({ entry: null }, { replace: true });
    this.load.run();
  }

  willUpdate(changed) {
    const question = JSON.stringify([this.record.type, this.record.id, asked().kinds, asked().q]);
    const { entry } = asked();
    if (this.question === question && (!entry || entry === this.wanted)) return;
    if (changed.has('record') && this.question !== question) this.load.data = undefined;
    if (this.question !== question) this.restart = true;
    Object.assign(this, { question, wanted: entry, met: null });
    this.anew();
  }

  /** Another question: nothing that was unfolded stays, but it shows until the answer is there. */
  async anew() {
    if (this.load.data?.apart && !this.load.data.items.some(e => e.id === this.wanted)) this.restart = true;
    if (this.restart && this.load.data) this.load.data = { items: [], next: null, waits: true };
    this.restart = false;
    await this.load.run();
  }

  render() {
    const ask = asked();
    return html`<div class="feed">${filters(ask)}${shown(this.load,
      page => (page.waits ? skeleton(5, 'rows') : this.days(page, ask)), skeleton(5, 'rows'))}</div>`;
  }

  days({ items, next, apart }, ask) {
    if (!items.length) return html`<p
      class="faint feed-empty">${ask.q || ask.kinds ? 'No results' : 'Nothing has happened yet.'}</p>`;
    const lines = joined(items, ask.entry);
    const days = Map.groupBy ? Map.groupBy(lines, e => dayOf(e.at)) : group(lines);
    return html`${apart ? html`<button class="older" @click=${this.latest}>Show the latest</button>`
      : nothing}${[...days].map(([date, list]) =>
        html`<section aria-label=${dayTitle(date)}><h3 class="day">${dayTitle(date)}</h3>
        ${repeat(list, e => e.id, e => (e.kind === 'message' || e.kind === 'note'
    ? html`<crm-entry .entry=${e} .record=${this.record} .answers=${items.find(o => o.id === e.replyTo)}
      ?linked=${e.id === ask.entry} @changed=${this.changed}></crm-entry>`
    : line(e, e.id === ask.entry, this.types)))}</section>`)}
      ${next ? html`<button class="older" @click=${this.older}>Older</button>` : nothing}`;
  }

  /** A linked entry is shown once, and gets the focus so that reading goes on there. */
  updated() {
    const { entry } = asked();
    const found = entry && this.met !== entry && this.querySelector(`#entry-${entry}`);
    if (!found) return;
    this.met = entry;
    found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
  }

  /** An entry was edited or deleted here: its new state takes the place of the old. */
  changed(event) {
    const entry = event.detail;
    if (!entry) return this.reload();
    return this.load.set({ ...this.load.data,
      items: this.load.data.items.map(e => (e.id === entry.id ? { ...e, ...entry } : e)) });
  }

  async older() {
    const { items, next } = this.load.data;
    const page = await this.page(next);
    this.load.set({ ...this.load.data, items: [...items, ...page.items], next: page.next });
  }

  reload() {
    this.load.run();
  }
}

function group(items) {
  const days = new Map();
  items.forEach(e => days.set(dayOf(e.at), [...(days.get(dayOf(e.at)) || []), e]));
  return days;
}
customElements.define('crm-feed', CrmFeed);
