import { html, nothing } from 'lit';
import { dayOf, daysFrom, exact, longDay, number, plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { neighboursOf } from '../../lib/trail.js';

/** The upper part of an opportunity's sheet. */

export function crumbs(o) {
  const trail = neighboursOf(o.id);
  const step = (id, name, label) => html`<a class="button icon tight" aria-label=${label} title=${label}
    aria-disabled=${id ? nothing : 'true'} href=${id ? `/opportunities/${id}` : nothing}>${icon(name)}</a>`;
  return html`<div class="row faint small crumbs"><span><a
    href="/pipeline">Pipeline</a> / ${o.stage?.name || o.stageName || ''}</span><span class="grow"></span>
    ${trail && o.outcome === 'open' ? html`<span class="num">${number(trail.at)} of ${number(trail.of)}</span><span
      class="steps">${step(trail.before, 'left', 'Previous card')}${step(trail.after, 'right', 'Next card')}</span>`
        : nothing}</div>`;
}

export const actions = (o, acts) => (o.outcome === 'open'
  ? html`<button class="quiet" @click=${() => acts.lose()}>Mark lost</button><button class="primary"
    @click=${() => acts.win()}>Mark won</button>`
  : html`<button class="quiet restore" @click=${() => acts.restore()}>Restore</button>`);

export const corner = o => html`<div class="corner ${o.outcome}"
  aria-hidden="true"><b>${o.outcome.toUpperCase()}</b></div>`;

/** "Won on 12 June 2026 by Alia Moreau, 31 days after it was created." */
export function outcomeLine(o) {
  const word = o.outcome === 'won' ? 'Won' : 'Lost';
  const by = o.closedBy?.name;
  const days = o.closedAt && o.createdAt ? daysFrom(dayOf(o.createdAt), dayOf(o.closedAt)) : null;
  return html`<p class="outcome muted"><b class="${o.outcome}-word">${word}</b>${o.closedAt
    ? html` on <span title=${exact(o.closedAt)}>${longDay(dayOf(o.closedAt))}</span>` : nothing}${by ? ` by ${by}`
      : ''}${days > 0 ? `, ${plural(days, 'day')} after it was created` : ''}.
    ${o.outcome === 'lost' && o.lostReason ? html`<span
      class="tag reason">${o.lostReason.name || o.lostReason}</span>${o.closingNote
        ? html` <span>“${o.closingNote}”</span>` : nothing}` : nothing}</p>`;
}
