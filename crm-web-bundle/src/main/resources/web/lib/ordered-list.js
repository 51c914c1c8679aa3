import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { KeptList } from './kept-list.js';
import { renumbered, Reorder } from './reorder.js';

const byPlace = (a, b) => a.sequence - b.sequence || a.id - b.id;

/**
 * A kept list whose entries {…, sequence} have an order of their own. A page says its `entries`, and puts
 * `keep(entries)` in their place.
 */
export class OrderedList extends KeptList {
  order = new Reorder(this, () => this.used, (rows, moved) => this.dropped(rows, moved));

  get used() {
    return (this.entries || []).filter(e => e.active).sort(byPlace);
  }

  get unused() {
    return this.entries.filter(e => !e.active).sort(byPlace);
  }

  rows(draw) {
    return html`<ol class="ordered">${repeat(this.order.rows(), e => e.id,
      e => html`<li data-row=${e.id} class=${this.order.held === e.id ? 'is-held' : ''}>${draw(e)}</li>`)}</ol>`;
  }

  /** Shown at once. */
  async dropped(rows, moved) {
    const numbers = renumbered(rows, moved);
    this.keep(this.entries.map(e => ({ ...e, sequence: numbers.find(n => n.item.id === e.id)?.sequence
      ?? e.sequence })));
    await this.act(() => this.renumber(rows, moved));
  }

  async renumber(rows, moved) {
    for (const { item, sequence } of renumbered(rows, moved)) await this.patch(item, { sequence });
  }
}
