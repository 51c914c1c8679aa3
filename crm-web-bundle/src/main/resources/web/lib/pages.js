import { html, nothing } from 'lit';
import { Load } from './load.js';

/** A list that comes page after page as one scrolls. The fetcher gets the cursor, nothing for the first page. */
export class Pages extends Load {
  constructor(host, page) {
    super(host, () => page());
    this.page = page;
    this.watcher = new IntersectionObserver(seen => { if (seen.some(s => s.isIntersecting)) this.more(); }, { rootMargin: '600px' });
  }

  hostDisconnected() {
    super.hostDisconnected();
    this.watcher.disconnect();
    this.watched = null;
  }

  /** Watches the end anew after each page: still in sight, the next one is wanted at once. */
  hostUpdated() {
    const end = this.host.querySelector('.list-end');
    const at = end && this.data?.next;
    if (at === this.watched) return;
    this.watched = at;
    this.watcher.disconnect();
    if (end) this.watcher.observe(end);
  }

  async more() {
    const { turn, data } = this;
    if (!data?.next || this.paging === data.next) return;
    this.paging = data.next;
    try {
      const page = await this.page(data.next);
      if (turn === this.turn && this.data === data) this.set({ ...data, ...page, total: data.total, items: [...data.items, ...page.items] });
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.show({ behind: problem });
    } finally {
      this.paging = null;
    }
  }

  /** Stands under the rows: what comes next, or why it does not come. */
  get end() {
    if (!this.data?.next) return nothing;
    return html`<div class="list-end faint small">${this.behind
      ? html`<span>${this.behind.message}</span><button class="quiet" @click=${() => { this.show({ behind: null }); this.more(); }}>Try again</button>` : 'More rows follow …'}</div>`;
  }
}
