import { html } from 'lit';
import { icon } from './icons.js';
import { say } from './notices.js';

/**
 * Puts a list into another order: dragged by its grip with mouse, pen or finger, or with the grip's keys (Space picks
 * up, arrows move, Space puts down, Esc cancels). Each step is said. The host draws `rows()` and hears
 * `dropped(items, item)`.
 */
export class Reorder {
  /** @param host its `items` are {id, name}; each of its rows bears `data-row` with the id */
  constructor(host, items, dropped) {
    Object.assign(this, { host, items, dropped });
    this.held = null;
    host.addController(this);
  }

  hostDisconnected() {
    this.listening?.abort();
  }

  /** The items as they stand now, the held one where it hangs. */
  rows() {
    const items = this.items();
    if (!this.held) return items;
    return this.order.map(id => items.find(i => i.id === id)).filter(Boolean);
  }

  grip(item) {
    return html`<button type="button" class="icon tight grip" data-grip=${item.id} aria-pressed=${this.held === item.id}
      aria-label="Move ${item.name}" title="Drag, or press Space and the arrows"
      @pointerdown=${e => this.press(e, item)} @keydown=${e => this.key(e, item)}
        @blur=${() => { if (this.byKey) this.put(); }}>${icon('grip')}</button>`;
  }

  press(event, item) {
    if (event.button) return;
    event.preventDefault();
    event.currentTarget.focus();
    this.lift(item);
    this.listening = new AbortController();
    const { signal } = this.listening;
    addEventListener('pointermove', e => this.over(e.clientY), { signal });
    addEventListener('pointerup', () => this.put(), { signal });
    addEventListener('pointercancel', () => this.back(), { signal });
    addEventListener('keydown',
      e => { if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); this.back(); } },
        { signal, capture: true });
  }

  key(event, item) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (this.held) this.put();
      else this.lift(item, true);
    } else if (step && this.held) {
      event.preventDefault();
      this.to(this.order.indexOf(this.held) + step);
    } else if (event.key === 'Escape' && this.held) {
      event.preventDefault();
      event.stopPropagation();
      this.back();
    }
  }

  lift(item, byKey = false) {
    this.order = this.items().map(i => i.id);
    this.before = this.order.join();
    this.held = item.id;
    this.byKey = byKey;
    say(`${item.name} picked up, ${this.place()}.`);
    this.host.requestUpdate();
  }

  over(y) {
    const rows = [...this.host.querySelectorAll('[data-row]')];
    const own = rows.findIndex(r => Number(r.dataset.row) === this.held);
    const at = rows.findIndex(r => y < r.getBoundingClientRect().bottom);
    const to = at < 0 ? rows.length - 1 : at;
    if (to !== own) this.to(to);
  }

  async to(index) {
    if (index < 0 || index >= this.order.length || index === this.order.indexOf(this.held)) return;
    this.order = this.order.filter(id => id !== this.held);
    this.order.splice(index, 0, this.held);
    say(`${this.place()}.`);
    const { byKey } = this;
    this.byKey = false;
    this.host.requestUpdate();
    await this.focus(this.held);
    this.byKey = byKey && !!this.held;
  }

  place() {
    return `Place ${this.order.indexOf(this.held) + 1} of ${this.order.length}`;
  }

  put() {
    if (!this.held) return;
    const rows = this.rows();
    const item = rows.find(i => i.id === this.held);
    const moved = this.order.join() !== this.before;
    say(`${item.name} put down, ${this.place()}.`);
    this.end();
    if (moved) this.dropped(rows, item);
  }

  async back() {
    if (!this.held) return;
    const { held } = this;
    say('Put back.');
    this.end();
    await this.focus(held);
  }

  /** A row that changes its place loses the focus on the way. */
  async focus(id) {
    await this.host.updateComplete;
    this.host.querySelector(`[data-grip="${id}"]`)?.focus();
  }

  end() {
    this.held = null;
    this.byKey = false;
    this.listening?.abort();
    this.host.requestUpdate();
  }
}

const STEP = 10;

/**
 * The fewest new sequence numbers that give this order: the moved one between its neighbours, else all anew. Those
 * that grow come first, from the last on, so that whoever looks in between, or a reload half way, never sees the
 * others out of order.
 */
export function renumbered(items, moved) {
  const at = items.indexOf(moved);
  const before = at ? items[at - 1].sequence : 0;
  const after = items[at + 1]?.sequence ?? before + 2 * STEP;
  const between = Math.floor((before + after) / 2);
  if (between > before && between < after) return [{ item: moved, sequence: between }];
  const anew = items.map((item, i) => ({ item, sequence: (i + 1) * STEP }));
  return [...anew.filter(n => n.sequence > n.item.sequence).reverse(),
    ...anew.filter(n => n.sequence < n.item.sequence)];
}
