import { ghost } from '../../lib/flip.js';

const START = 5;        // px that a mouse moves before it is a drag
const PRESS = 350;      // ms that a finger rests before it is one
const SLIP = 9;         // px that the finger may slip in that time
const LINE = 16;        // px that a wheel means which counts in lines
const EDGE = 56;        // px from an edge where the board begins to scroll

/**
 * Picks a card up with mouse, pen or a long press, and tells the board where it hangs. The board draws the hole; on
 * letting go it gets `dropped`, on Esc or an interruption `cancelled`, each with the rectangle in which the card was
 * last seen.
 */
export class CardDrag {
  constructor(board) {
    this.board = board;
    board.addController(this);
  }

  hostConnected() {
    this.controller = new AbortController();
    const signal = this.controller.signal;
    this.board.addEventListener('pointerdown', e => this.press(e), { signal });
    this.board.addEventListener('dragstart', e => e.preventDefault(), { signal });
    this.board.addEventListener('touchmove', e => { if (this.held && e.cancelable) e.preventDefault(); },
      { signal, passive: false });
    this.board.addEventListener('contextmenu', e => { if (this.touch) e.preventDefault(); }, { signal });
  }

  hostDisconnected() {
    this.controller.abort();
    this.end();
  }

  press(event) {
    const card = event.target.closest('crm-card');
    if (!card || card.card.pending || card.card.can?.edit === false || event.button !== 0 || this.started
      || event.target.closest('button:not(.next-chip), input, select, textarea')) return;
    this.started = { card, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    this.touch = event.pointerType === 'touch';
    if (this.touch) this.timer = setTimeout(() => this.lift(event), PRESS);
    this.listening = new AbortController();
    const signal = this.listening.signal;
    addEventListener('pointermove', e => this.move(e), { signal });
    addEventListener('pointerup', e => this.release(e), { signal });
    addEventListener('pointercancel', () => this.cancel(), { signal });
    addEventListener('blur', () => this.cancel(), { signal });
    addEventListener('selectstart', e => e.preventDefault(), { signal });
    addEventListener('keydown', e => { if (e.key === 'Escape'
      && this.held) { e.preventDefault(); e.stopPropagation(); this.cancel(); } }, { signal, capture: true });
  }

  move(event) {
    if (event.pointerId !== this.started?.pointer) return;
    const far = Math.hypot(event.clientX - this.started.x, event.clientY - this.started.y);
    if (!this.held && this.touch && far > SLIP) this.end();
    else if (!this.held && !this.touch && far > START) this.lift(event);
    if (this.held) this.at = { x: event.clientX, y: event.clientY };
  }

  lift(event) {
    const { card, x, y } = this.started;
    const rect = card.getBoundingClientRect();
    this.held = { id: card.card.id, dx: rect.left - x, dy: rect.top - y, width: rect.width, height: rect.height,
      ghost: ghost(card, rect) };
    this.held.ghost.classList.add('lift');
    this.veil();
    this.at = { x: event.clientX, y: event.clientY };
    document.documentElement.classList.add('is-dragging');
    document.documentElement.classList.toggle('by-touch', this.touch);
    if (this.touch) navigator.vibrate?.(8);
    getSelection()?.removeAllRanges();
    this.board.lifted(this.held.id, rect.height);
    this.frame = requestAnimationFrame(() => this.tick());
  }

  /** Gives the whole page the closed hand: a rule for all elements would have the browser style each anew. */
  veil() {
    this.held.veil = document.createElement('div');
    this.held.veil.className = 'drag-veil';
    this.held.veil.addEventListener('wheel', e => this.roll(e), { passive: true });
    document.body.append(this.held.veil);
  }

  /** A turn of the wheel goes through the veil to the column below it, or sideways to the board. */
  roll({ deltaX, deltaY, deltaMode }) {
    const step = deltaMode ? LINE : 1;
    this.below(this.at)?.querySelector('.stack')?.scrollBy(0, deltaY * step);
    this.board.querySelector('.board').scrollBy(deltaX * step, 0);
  }

  /** The column below the pointer. */
  below({ x, y }) {
    return [...this.board.querySelectorAll('crm-column')].find(column => {
      const r = column.getBoundingClientRect();
      return x >= r.left && x < r.right && Math.max(y, 1) >= r.top && y < r.bottom;
    });
  }

  tick() {
    if (!this.held) return;
    const { ghost: copy, dx, dy } = this.held;
    copy.style.transform = `translate(${this.at.x + dx}px, ${this.at.y + dy}px) rotate(1.2deg)`;
    const column = this.below(this.at);
    if (column) this.board.over(column.column.stage.id, this.indexIn(column));
    this.scroll(column);
    this.frame = requestAnimationFrame(() => this.tick());
  }

  /** The place among the column's other cards, by the middle of the card in the hand. */
  indexIn(column) {
    const middle = this.at.y + this.held.dy + this.held.height / 2;
    const cards = [...column.querySelectorAll('crm-card')].filter(c => c.card.id !== this.held.id);
    let [low, high] = [0, cards.length];
    while (low < high) {
      const at = (low + high) >> 1;
      const r = cards[at].getBoundingClientRect();
      if (middle < r.top + r.height / 2) high = at;
      else low = at + 1;
    }
    return low;
  }

  scroll(column) {
    const push = (at, low, high) => (at < low + EDGE ? -Math.min(1, (low + EDGE - at) / EDGE) : at > high - EDGE
      ? Math.min(1, (at - high + EDGE) / EDGE) : 0);
    const strip = this.board.querySelector('.board');
    const wide = strip.getBoundingClientRect();
    strip.scrollLeft += push(this.at.x, wide.left, wide.right) * 10;
    const stack = column?.querySelector('.stack');
    if (stack) {
      const r = stack.getBoundingClientRect();
      stack.scrollTop += push(this.at.y, r.top, Math.min(r.bottom, innerHeight)) * 10;
    }
  }

  release(event) {
    if (event.pointerId !== this.started?.pointer) return;
    if (!this.held) return void this.end();
    addEventListener('click', e => { e.preventDefault(); e.stopPropagation(); },
      { capture: true, once: true, signal: AbortSignal.timeout(60) });
    this.finish('dropped');
  }

  cancel() {
    if (this.held) this.finish('cancelled');
    else this.end();
  }

  finish(how) {
    const { id, ghost: copy } = this.held;
    const rect = copy.getBoundingClientRect();
    this.end();
    this.board[how](id, rect);
  }

  end() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.listening?.abort();
    this.held?.ghost.remove();
    this.held?.veil.remove();
    document.documentElement.classList.remove('is-dragging', 'by-touch');
    this.held = null;
    this.started = null;
  }
}
