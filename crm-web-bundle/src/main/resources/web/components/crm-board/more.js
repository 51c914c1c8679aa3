import { api } from '../../lib/api.js';
import { append } from './model.js';

const A_FRAME = 16;   // cards drawn in one frame while a page comes in

const frame = () => new Promise(done => { requestAnimationFrame(done); setTimeout(done, 100); });

/** Brings further pages of a column as one scrolls. */
export class MoreCards {
  constructor(board) {
    this.board = board;
    this.paging = new Set();
  }

  async fetch(column) {
    const { board } = this;
    const { next } = column;
    if (this.paging.has(next)) return;
    this.paging.add(next);
    try {
      const page = await api.get(`/board/columns/${column.stage.id}`, { ...board.filters(), cursor: next });
      await this.pour(column.stage.id, next, page);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      setTimeout(() => board.isConnected && board.columns.some(c => c.next === next) && this.fetch({ ...column, next }),
        3000);
    } finally {
      this.paging.delete(next);
    }
  }

  /** A page is drawn a few cards a frame, for all at once would hold up the scrolling. */
  async pour(stageId, next, page) {
    const { board } = this;
    const asked = () => board.isConnected && board.columns.find(c => c.stage.id === stageId)?.next === next;
    for (let at = 0; asked(); at += A_FRAME) {
      const items = page.items.slice(at, at + A_FRAME);
      const last = at + A_FRAME >= page.items.length;
      board.load.set(append(board.columns, stageId, { items, next: last ? page.next : next }));
      if (last) return;
      await frame();
    }
  }
}
