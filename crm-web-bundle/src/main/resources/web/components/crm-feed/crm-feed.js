import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Load } from '../../lib/load.js';
import { dayOf, dayTitle } from '../../lib/format.js';
import { shown, skeleton } from '../../lib/states.js';
import { entry } from './entry.js';

/** All that happened to a record, newest first, by day; lines of one act stand together. */
class CrmFeed extends CrmElement {
  static properties = { record: {} };

  load = new Load(this, () => this.newest());

  page(cursor) {
    return api.get(`/records/${this.record.type}/${this.record.id}/feed`, { limit: 50, cursor });
  }

  /** Looked at again, what was unfolded of older days stays. */
  async newest() {
    const page = await this.page();
    const held = this.load.data;
    const last = page.items.at(-1)?.id;
    const at = held?.items.findIndex(e => e.id === last) ?? -1;
    return at < 0 || at === held.items.length - 1 ? page : { items: [...page.items, ...held.items.slice(at + 1)], next: held.next };
  }

  willUpdate(changed) {
    if (changed.has('record') && changed.get('record')?.id !== this.record.id) {
      this.load.data = undefined;
      this.load.run();
    }
  }

  render() {
    return html`<div class="feed">${shown(this.load, page => this.days(page), skeleton(5, 'rows'))}</div>`;
  }

  days({ items, next }) {
    if (!items.length) return html`<p class="faint feed-empty">Nothing has happened yet.</p>`;
    const days = Map.groupBy ? Map.groupBy(items, e => dayOf(e.at)) : group(items);
    return html`${[...days].map(([date, list]) => html`<section aria-label=${dayTitle(date)}><h3 class="day">${dayTitle(date)}</h3>${repeat(list, e => e.id, entry)}</section>`)}
      ${next ? html`<button class="older" @click=${this.older}>Older</button>` : nothing}`;
  }

  async older() {
    const { items, next } = this.load.data;
    const page = await this.page(next);
    this.load.set({ items: [...items, ...page.items], next: page.next });
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
