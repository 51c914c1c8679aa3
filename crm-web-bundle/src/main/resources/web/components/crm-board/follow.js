import { api } from '../../lib/api.js';
import { Follows } from '../../lib/live.js';
import { boardNow } from './first.js';
import { merge } from './model.js';

const REST = 900;   // ms between two looks, however much happens

/** Brings in what others changed, never under a card in the hand and never before one's own acts are answered. */
export class BoardFollow {
  constructor(board) {
    this.board = board;
    this.who = new Map();
    this.touched = new Set();
    board.addController(new Follows(board, news => this.hear(news)));
    board.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.timer);
  }

  hear(news) {
    if (!this.board.columns) return;
    if (news && !news.some(n => !n.record || n.record.type === 'opportunity' || n.record.type === 'stage')) return;
    news?.forEach(n => this.who.set(n.record?.id, n.by?.name));
    this.touched = news && this.touched ? new Set([...this.touched, ...news.map(n => n.record?.id)]) : null;
    this.soon();
  }

  /** After an act of one's own: that card may have gone anywhere. */
  own(id, wait) {
    this.touched?.add(id);
    this.later(wait);
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), Math.max(0, REST - (performance.now() - (this.looked ?? -REST))));
  }

  /** Asks for the columns as deep as they are drawn here and lets the cards slide to where they are now. */
  async look() {
    const { board } = this;
    if (this.looking || board.held || board.moves.busy) return void this.later();
    this.looking = true;
    this.looked = performance.now();
    const { asked } = board;
    const { touched } = this;
    this.touched = new Set();
    try {
      const { columns } = await boardNow(board.filters());
      const deep = await Promise.all(columns.map(c => this.deepen(c, touched)));
      if (asked !== board.asked || !board.isConnected) return;
      if (board.held || board.moves.busy) this.again();
      else await this.show(deep);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (problem.passing) board.load.run();
    } finally {
      this.looking = false;
    }
  }

  /** What was just asked for is thrown away, so all of it is asked for again. */
  again() {
    this.touched = null;
    this.later();
  }

  later(wait = 400) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), wait);
  }

  /** A long tail in which nobody touched anything stands as it is; else it is asked for again, page by page. */
  async deepen(column, touched = null) {
    const old = this.board.columns.find(c => c.stage.id === column.stage.id);
    const drawn = old?.items.length || 0;
    const same = touched && drawn > column.items.length && column.items.every((c, i) => c.id === old.items[i].id)
      && !old.items.some(o => touched.has(o.id));
    if (same && column.next) return { ...column, items: [...column.items, ...old.items.slice(column.items.length)],
      next: old.next };
    let whole = column;
    while (whole.next && whole.items.length < drawn) {
      const page = await api.get(`/board/columns/${column.stage.id}`,
        { ...this.board.filters(), cursor: whole.next, limit: 80 });
      whole = { ...whole, items: [...whole.items, ...page.items], next: page.next };
    }
    return whole;
  }

  /** The focus stays on the card that had it, wherever that is now. */
  async show(columns) {
    const { board } = this;
    const focused = document.activeElement.closest?.('crm-card')?.card.id;
    await board.show(merge(board.columns, columns));
    if (focused && document.activeElement === document.body) board.focusCard(focused);
  }
}
