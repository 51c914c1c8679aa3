import { html, nothing } from 'lit';
import { Load } from './load.js';

const DEEP = 400;    // rows up to which a list is asked for again as a whole
const TOUCHED = 20;  // rows that are asked for one by one beyond that

/**
 * A list that comes page after page as one scrolls. The fetcher gets the cursor, nothing for the first page. `run`
 * begins at the top, for another question; `renew` looks again, as deep as the list is drawn.
 */
export class Pages extends Load {
  /** @param scroller selector of what scrolls within the host; the window if none */
  constructor(host, page, { scroller } = {}) {
    super(host, () => this.deep());
    this.page = page;
    this.scroller = scroller;
    this.depth = 0;
  }

  run() {
    this.depth = 0;
    return super.run();
  }

  renew() {
    this.depth = this.data?.items.length || 0;
    return super.run();
  }

  again() {
    return this.renew();
  }

  async deep() {
    const { depth } = this;
    const first = await this.page();
    let { items, next } = first;
    while (next && items.length < depth) {
      const page = await this.page(next);
      items = [...items, ...page.items];
      next = page.next;
    }
    return { ...first, items, next };
  }

  /** Others changed these rows. Far down in a long list only they are asked for, with `one`; null where one is gone. */
  async heard(ids, one) {
    if (!ids || (this.data?.items.length || 0) <= DEEP) return this.renew();
    for (const id of [...new Set(ids)].filter(i => this.data.items.some(o => o.id === i)).slice(0, TOUCHED)) {
      const fresh = await one(id).catch(problem => (problem.status === 404 ? null : undefined));
      if (fresh !== undefined) this.set({ ...this.data,
        items: this.data.items.flatMap(o => (o.id !== id ? [o] : fresh ? [fresh] : [])) });
    }
    return undefined;
  }

  hostDisconnected() {
    super.hostDisconnected();
    this.watcher?.disconnect();
    this.watched = null;
  }

  /** Watches the end anew after each page: still in sight, the next one is wanted at once. */
  hostUpdated() {
    const end = this.host.querySelector('.list-end');
    const at = end && this.data?.next;
    if (at === this.watched) return;
    this.watched = at;
    this.watcher?.disconnect();
    if (!end) return;
    const root = this.scroller ? this.host.querySelector(this.scroller) : null;
    this.watcher = new IntersectionObserver(seen => { if (seen.some(s => s.isIntersecting)) this.more(); },
      { root, rootMargin: '800px' });
    this.watcher.observe(end);
  }

  async more() {
    const { turn, data } = this;
    if (!data?.next || this.paging === data.next) return;
    this.paging = data.next;
    try {
      const page = await this.page(data.next);
      if (turn !== this.turn || this.data?.next !== data.next) return;
      const have = new Set(this.data.items.map(o => o.id));
      this.set({ ...this.data, ...page, total: this.data.total,
        items: [...this.data.items, ...page.items.filter(o => !have.has(o.id))] });
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.show({ behind: problem });
      if (problem.passing) setTimeout(() => this.onward(), 3000);
    } finally {
      this.paging = null;
    }
  }

  onward() {
    if (!this.host.isConnected || !this.behind) return;
    this.show({ behind: null });
    this.more();
  }

  /** Stands under the rows: what comes next, or why it does not come. */
  get end() {
    if (!this.data?.next) return nothing;
    return html`<div class="list-end faint small" role="status">${this.behind
      ? html`<span>${this.behind.message}</span><button class="quiet" @click=${() => this.onward()}>Try again</button>`
        : 'More rows follow …'}</div>`;
  }
}
