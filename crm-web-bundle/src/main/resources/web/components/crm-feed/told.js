import { html, nothing } from 'lit';
import { channelWord, reasonWord, stateWord, summary } from '../../lib/deliveries.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';

const SIGNS = { read: 'todo', sent: 'todo', pending: 'clock', failed: 'alert', bounced: 'alert', skipped: 'minus' };

function inShort(deliveries) {
  const { told, read, broken } = summary(deliveries);
  if (!told) return 'nobody was notified';
  return [`${plural(told, 'person', 'people')} told`, read ? `${read} read` : '', broken ? `${broken} not delivered`
    : ''].filter(Boolean).join(', ');
}

/** Who was told of an entry and how, and who was not and why. */
export function told(host, list = []) {
  if (!list.length) return nothing;
  const broken = list.filter(d => d.state === 'failed' || d.state === 'bounced');
  return html`<div class="told-line small"><button class="bare faint" aria-expanded=${!!host.open}
    @click=${() => { host.open = !host.open; }}>
      ${icon(host.open ? 'down' : 'right')}${inShort(list)}</button>
      ${broken.length ? html`<button class="quiet again" ?disabled=${host.busy}
        @click=${() => host.resend()}>Send again</button>` : nothing}</div>
    ${host.open ? html`<ul class="told-list small">${list.map(row)}</ul>` : nothing}`;
}

const row = d => html`<li class=${d.state}>${icon(SIGNS[d.state] || 'minus')}<span><span
  class="strong">${d.person?.name || d.email}</span>
  <span class="muted">${[channelWord(d.channel), stateWord(d),
    reasonWord(d.reason)].filter(Boolean).join(', ')}</span></span></li>`;
