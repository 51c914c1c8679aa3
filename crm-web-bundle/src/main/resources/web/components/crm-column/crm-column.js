import { html, noChange, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { iconButton } from '../../lib/bits.js';
import { filtersOf } from '../../lib/filters.js';
import { number, sums } from '../../lib/format.js';
import { dot } from '../../lib/palette.js';
import { later } from '../../lib/later.js';
import { route } from '../../lib/router.js';
import { pulse } from './pulse.js';
import '../crm-card/crm-card.js';
import '../crm-card-edit/crm-card-edit.js';
import '../crm-quick-create/crm-quick-create.js';

/** Cards that are drawn before all others when the page comes: about as many as one sees. */
const inSight = () => Math.min(10, Math.max(4, Math.ceil((innerHeight - 140) / 95)));

/** One stage: its name, count and sum, the bar of next steps, and its cards; narrow when folded. */
class CrmColumn extends CrmElement {
  static properties = { column: {}, folded: { type: Boolean, reflect: true }, adding: {}, editing: {}, who: {},
    current: {}, held: {}, hole: {}, refusal: {}, whole: { state: true } };

  /** What each card was last drawn with: a long column draws only what has changed. */
  drawn = new Map();

  connectedCallback() {
    super.connectedCallback();
    later(() => { this.whole = true; });
  }

  render() {
    return this.folded ? this.strip() : this.full();
  }

  strip() {
    const { stage, count, sum } = this.column;
    this.drawn.clear();
    return html`<section class="fold ${this.hole ? 'over' : ''}" aria-label=${stage.name}>
      <button title="Unfold" aria-expanded="false" @click=${() => this.emit('fold')}>
        ${stage.color ? dot(stage.color) : nothing}<b>${stage.name}</b><span class="num">${number(count)}</span><span
          class="num faint">${sums(sum)}</span><span class="unseen">Unfold</span></button></section>`;
  }

  full() {
    const { stage, count, sum, weighted, next, activity } = this.column;
    const rows = this.rows();
    const before = this.drawn;
    this.drawn = new Map();
    return html`<section class="col" aria-label="${stage.name}, ${number(count)}">
      <header>
        <div class="row">${stage.color ? dot(stage.color) : nothing}
          <h2><button class="bare fold-name" title="Fold this column" aria-expanded="true"
            @click=${() => this.emit('fold')}>${stage.name}</button></h2>
          <span class="faint num">${number(count)}</span><span class="grow"></span>
          <span class="sum num" title="${sums(sum)}, weighted ${sums(weighted) || '0'}">${sums(sum)}</span>
          ${stage.kind === 'lost' ? nothing : iconButton('plus', `New opportunity in ${stage.name}`,
            () => this.emit('add'), 'tight')}
        </div>
        ${pulse(activity, count, stage.kind !== 'won' && stage.kind !== 'lost')}
      </header>
      <div class="stack">
        ${this.adding ? html`<crm-quick-create .stage=${stage}
          @created=${e => this.emit('added', e.detail)}></crm-quick-create>` : nothing}
        ${repeat(rows, c => c.id, c => this.draw(c, before.get(c.id)))}
        ${next && this.whole ? html`<div class="more" role="status"><span
          class="faint small">Loading more …</span></div>` : nothing}
        ${!rows.length && !this.adding ? this.invite(stage) : nothing}
      </div>
    </section>`;
  }

  /**
   * The cards, with the hole at its place among those that are seen; the one in the hand stays, unseen, where it was.
   */
  rows() {
    const { items } = this.column;
    if (!this.whole) return items.slice(0, inSight());
    if (!this.hole) return items;
    const seen = items.filter(c => c.id !== this.held);
    const before = seen[this.hole.index];
    const at = before ? items.indexOf(before) : items.length;
    return [...items.slice(0, at), { id: 'hole' }, ...items.slice(at)];
  }

  draw(row, before) {
    const now = row.id === 'hole' ? [this.hole.height] : [row, this.column.stage.kind, this.current === row.id,
      row.id === this.held, row.id === this.editing && (this.who.get(row.id) || true),
      this.refusal?.id === row.id && this.refusal.message];
    this.drawn.set(row.id, now);
    if (before && now.every((value, i) => value === before[i])) return noChange;
    return row.id === 'hole' ? this.drawHole() : this.drawCard(row);
  }

  drawHole() {
    const hole = document.createElement('div');
    hole.className = 'hole';
    hole.style.height = `${this.hole.height}px`;
    return hole;
  }

  drawCard(card) {
    if (card.id === this.editing) return html`<crm-card-edit .card=${card}
      .changedBy=${this.who.get(card.id)}></crm-card-edit>`;
    return html`<crm-card data-id=${card.id} .card=${card} .kind=${this.column.stage.kind}
      .current=${this.current === card.id} ?hidden=${card.id === this.held}
      .refusal=${this.refusal?.id === card.id ? this.refusal.message : null}></crm-card>`;
  }

  invite(stage) {
    if (Object.keys(filtersOf(route.state.query)).length) return html`<p
      class="invite faint">No results</p>`;
    if (stage.kind === 'lost' || stage.kind === 'won') return html`<p
      class="invite faint">Nothing ${stage.kind} yet.</p>`;
    return html`<button class="invite" @click=${() => this.emit('add')}>Drag a card here, or add one</button>`;
  }

  /** Watches the end of the list anew after each page: if it is still in sight, the next one is wanted at once. */
  updated() {
    const end = this.querySelector('.more');
    const watched = end && this.column.next;
    if (watched === this.watched) return;
    this.watched = watched;
    this.watcher?.disconnect();
    if (!end) return;
    this.watcher = new IntersectionObserver(seen => { if (seen.some(s => s.isIntersecting)) this.emit('more'); },
      { root: this.querySelector('.stack'), rootMargin: '600px' });
    this.watcher.observe(end);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher?.disconnect();
  }
}
customElements.define('crm-column', CrmColumn);
