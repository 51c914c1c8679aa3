import { api } from '../../lib/api.js';

const PAGE = 100;

/** The rows that are there, page after page as one scrolls; asked again, as deep as they were. */
export class Rows {
  constructor(list) {
    this.list = list;
    this.first();
  }

  /** Another question: begin at the top. */
  first() {
    this.depth = PAGE;
  }

  async ask() {
    const { params } = this.list;
    let page = await api.get('/opportunities', { ...params, limit: Math.min(200, this.depth), count: true });
    const { total } = page;
    let { items } = page;
    while (page.next && items.length < this.depth) {
      page = await api.get('/opportunities', { ...params, limit: 200, cursor: page.next });
      items = [...items, ...page.items];
    }
    if (items.length) this.list.selection.keep(id => items.some(o => o.id === id) || this.list.selection.size > items.length);
    return { items, next: page.next, total };
  }

  /** Far down in a long list only the rows that were touched are looked at again. */
  async renew(ids) {
    const { load } = this.list;
    for (const id of new Set(ids.filter(one => load.data.items.some(o => o.id === one)).slice(0, 20))) {
      const fresh = await api.get(`/opportunities/${id}`).catch(problem => (problem.status === 404 ? null : undefined));
      if (fresh !== undefined) load.set({ ...load.data, items: load.data.items.flatMap(o => (o.id !== id ? [o] : fresh ? [fresh] : [])) });
    }
  }

  async more() {
    const { load, params } = this.list;
    const { next, total } = load.data;
    if (!next || this.paging === next) return;
    this.paging = next;
    try {
      const page = await api.get('/opportunities', { ...params, limit: PAGE, cursor: next });
      if (load.data.next !== next) return;
      const have = new Set(load.data.items.map(o => o.id));
      load.set({ items: [...load.data.items, ...page.items.filter(o => !have.has(o.id))], next: page.next, total });
      this.depth = load.data.items.length;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      setTimeout(() => this.more(), 3000);
    } finally {
      this.paging = null;
    }
  }

  /** The ids of the whole filter, up to a limit. */
  async ids(limit) {
    const found = [];
    let cursor;
    do {
      const page = await api.get('/opportunities', { ...this.list.params, limit: 200, cursor });
      found.push(...page.items.map(o => o.id));
      cursor = page.next;
    } while (cursor && found.length < limit);
    return found.slice(0, limit);
  }

  /** Watches the end of the rows; it is looked at anew after each page. */
  watch(end) {
    const next = end && this.list.load.data?.next;
    if (next === this.watched) return;
    this.watched = next;
    this.watcher?.disconnect();
    if (!end) return;
    this.watcher = new IntersectionObserver(seen => { if (seen.some(s => s.isIntersecting)) this.more(); }, { root: this.list.querySelector('.l-scroll'), rootMargin: '800px' });
    this.watcher.observe(end);
  }
}
