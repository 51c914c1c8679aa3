import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { band, due, face, iconButton, stars, tags } from '../../lib/bits.js';
import { money } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { has } from '../../lib/session.js';
import { slot, slots } from '../../lib/slots.js';
import { Uses } from '../../lib/store.js';

/** A finger drags too, but a list of stages is nearer. */
const COARSE = matchMedia('(pointer: coarse)');
const REST = 60;   // ms that the mouse rests on a card; when one scrolls, many pass under it

/** One opportunity on the board. Its title is the link, and the one thing in it that takes the focus. */
class CrmCard extends CrmElement {
  static properties = { card: {}, kind: {}, current: {}, refusal: {}, near: { state: true } };

  uses = new Uses(this, slots);

  /** What the mouse finds at a card is drawn when it rests there, or the focus comes: few cards are ever met so. */
  constructor() {
    super();
    const meet = () => { this.near = true; };
    this.addEventListener('focusin', meet, { once: true });
    this.addEventListener('pointerenter', () => { this.resting ??= setTimeout(meet, REST); });
    this.addEventListener('pointerleave', () => { clearTimeout(this.resting); this.resting = undefined; });
  }

  render() {
    const o = this.card;
    const closed = this.kind === 'won' || this.kind === 'lost';
    return html`<article class="card">
      <div class="card-top"><h3 title=${o.name}><a href="/opportunities/${o.id}" draggable="false"
        tabindex=${this.current ? 0 : -1}>${o.name}</a></h3>
        <span class="amount">${money(o.expectedRevenue)}</span></div>
      ${o.customer || closed ? html`<div class="card-who"><span
        class="who ellipsis">${o.customer?.name || nothing}</span>${closed ? band(this.kind) : nothing}</div>`
          : nothing}
      ${slot('card-badge', o)}
      ${closed ? this.why() : this.foot(o)}
      ${this.acts(o, closed)}
      ${this.refusal ? html`<div class="refused" role="alert"><span>${this.refusal}</span>${iconButton('close',
        'Dismiss', () => this.emit('dismiss'), 'tight')}</div>` : nothing}
    </article>`;
  }

  why() {
    const reason = this.card.lostReason;
    return this.kind === 'lost' && reason ? html`<footer><span class="tag">${reason.name || reason}</span></footer>`
      : nothing;
  }

  foot(o) {
    return html`<footer>${this.next()}${o.tags?.length
      ? html`<span class="card-tags">${tags(o.tags.slice(0, 3))}</span>` : nothing}
      ${stars(o.priority)}<span class="grow"></span>${face(o.salesperson)}${COARSE.matches && this.editable
        ? iconButton('dots', `Move ${o.name} to …`, () => this.emit('menu', o.id), 'tight card-move')
          : nothing}</footer>`;
  }

  get editable() {
    return this.card.can?.edit !== false;
  }

  next() {
    const { nextActivity, activityState } = this.card;
    const may = has('activity') && this.editable;
    if (nextActivity) return may ? this.chip(nextActivity, activityState) : due(nextActivity, activityState);
    return may ? html`<button class="due none" tabindex="-1"
      @click=${() => this.emit('plan', this.card.id)}>${icon('plus')}Plan next step</button>` : nothing;
  }

  /** The chip of the next step opens what one can do about it. */
  chip(activity, state) {
    return html`<button class="bare next-chip" tabindex="-1" aria-haspopup="dialog"
      @click=${e => this.emit('next', { id: this.card.id, anchor: e.currentTarget })}>${due(activity, state)}</button>`;
  }

  /** Under the mouse; a finger has the one button, and keys have their letters. */
  acts(o, closed) {
    if (!this.near || !this.editable || COARSE.matches || this.refusal) return nothing;
    const act = (name, label, type) => html`<button type="button" class="icon tight" tabindex="-1" title=${label}
      aria-label="${label}: ${o.name}" @click=${() => this.emit(type, o.id)}>${icon(name)}</button>`;
    return html`<div class="card-acts">${has('activity') ? act('clock', 'Schedule', 'plan') : nothing}${closed ? nothing
      : act('edit', 'Edit', 'edit')}${act('dots', 'Move to …', 'menu')}</div>`;
  }
}
customElements.define('crm-card', CrmCard);
