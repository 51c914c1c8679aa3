import { api } from '../../lib/api.js';
import { plural } from '../../lib/format.js';
import { say } from '../../lib/notices.js';

/** At most so many at once: what the server takes in one act. */
export const LIMIT = 500;

/** The ids of all that fits, up to a limit. */
export async function idsOf(params, limit) {
  const found = [];
  let cursor;
  do {
    const page = await api.get('/opportunities', { ...params, limit: 200, cursor });
    found.push(...page.items.map(o => o.id));
    cursor = page.next;
  } while (cursor && found.length < limit);
  return found.slice(0, limit);
}

/** Which rows are selected for bulk; a range goes from the row that was touched last. */
export class Selection {
  constructor(host) {
    this.host = host;
    this.ids = new Set();
  }

  get size() {
    return this.ids.size;
  }

  has(id) {
    return this.ids.has(id);
  }

  toggle(id, range) {
    const rows = this.host.items.map(o => o.id);
    const [a, b] = [rows.indexOf(this.anchor), rows.indexOf(id)];
    if (range && a >= 0) this.put(rows.slice(Math.min(a, b), Math.max(a, b) + 1), true);
    else this.put([id], !this.ids.has(id));
    this.anchor = id;
  }

  put(ids, on) {
    ids.forEach(id => (on ? this.ids.size < LIMIT && this.ids.add(id) : this.ids.delete(id)));
    this.tell();
  }

  only(ids) {
    this.ids = new Set(ids.slice(0, LIMIT));
    this.tell();
  }

  clear() {
    this.ids = new Set();
    this.anchor = null;
    this.tell();
  }

  /** What is no longer there cannot stay selected, unless more is selected than is drawn. */
  follow(page) {
    if (!page?.items.length || page === this.page) return;
    this.page = page;
    if (this.ids.size > page.items.length) return;
    const there = new Set(page.items.map(o => o.id));
    this.ids = new Set([...this.ids].filter(id => there.has(id)));
  }

  tell() {
    say(this.size ? `${plural(this.size, 'opportunity', 'opportunities')} selected.` : 'Nothing selected.');
    this.host.requestUpdate();
  }
}
