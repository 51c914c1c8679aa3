import { html, nothing } from 'lit';
import { address } from '../../lib/api.js';
import { face } from '../../lib/bits.js';
import { dayOf, dayTitle, exact, time } from '../../lib/format.js';
import { rich } from '../../lib/rich.js';
import { files } from '../crm-feed/files.js';

/** Drawings of the page for people outside. */

const brand = html`<p class="brand"><i></i>Pivotino</p>`;

export const heading = view => html`<header>${brand}<h1>${view.title}</h1>
  ${view.ribbon || view.stage
    ? html`<p class="shared-stage">${view.ribbon ? html`<span class="band won">${view.ribbon}</span>`
    : html`<span class="faint">Status</span> <b class="strong">${view.stage}</b>`}</p>` : nothing}
  ${view.description ? html`<p class="shared-text">${view.description}</p>` : nothing}</header>`;

export const message = (m, path) =>
  html`<li class="entry" id="entry-${m.id}">${face({ id: m.mine ? 2 : 0, name: m.author || '·' })}<div>
  <div class="meta"><b>${m.mine ? 'You' : m.author || 'Unknown'}</b> · <time datetime=${m.at}
    title=${exact(m.at)}>${dayTitle(dayOf(m.at))}, ${time(m.at)}</time>
    ${m.editedAt ? ' · edited' : nothing}</div>
  ${rich(m.body)}${files(m.attachments, f => address(`${path}/attachments/${f.id}`))}</div></li>`;

export const expired = () => html`<header>${brand}<h1>This link no longer works</h1></header>
  <p class="muted">It may have expired, or it was withdrawn. Ask the person who sent it to you for a new one.</p>`;

export const ended = () => html`<header>${brand}<h1>You are unsubscribed</h1></header>
  <p class="muted" role="status">You get no more emails about this. If that was a mistake, write to the person who sent
    you the link.</p>`;
