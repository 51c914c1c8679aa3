import { html, nothing } from 'lit';
import { api } from '../../lib/api.js';
import { day, dayOf, exact, time } from '../../lib/format.js';
import { say } from '../../lib/notices.js';

const LATEST = 3;   // uses of a link that are shown
const ACTIONS = { read: 'opened', wrote: 'answered', downloaded: 'saved a file', unsubscribed: 'unsubscribed' };

/** The link of a follower outside: what they see by it, when they used it, a copy of it, and its end (SEMANTICS W7). */
export function link(host, f) {
  return html`<div class="follower-link"><p
    class="faint small">They read the messages and answer by a link of their own, without signing in.</p>
    <div class="row wrap"><button type="button" class="quiet" ?disabled=${host.busy}
      @click=${() => copy(host, f)}>Copy link</button>
      ${f.accessUntil ? html`<button type="button" class="danger" ?disabled=${host.busy}
        @click=${() => withdraw(host, f)}>Withdraw link</button>` : nothing}</div>
    ${host.address ? html`<input readonly aria-label="Link" .value=${host.address} @focus=${e => e.target.select()}>`
      : nothing}
    ${uses(host.views)}</div>`;
}

const uses = views => (views?.length ? html`<ul class="small muted">${views.slice(0, LATEST).map(v => html`
  <li title=${exact(v.at)}>${ACTIONS[v.action] || v.action} ${day(dayOf(v.at))}, ${time(v.at)}</li>`)}</ul>` : views
    ? html`<p class="faint small">Not opened yet.</p>` : nothing);

export async function views(host, f) {
  host.views = f.internal ? null
    : (await api.get(`${host.path}/${f.id}/views`, { limit: LATEST }).catch(() => null))?.items;
}

async function copy(host, f) {
  await host.act(async () => {
    const { path } = await api.act(`${host.path}/${f.id}/access`);
    host.address = new URL(path, location.origin).href;
  }, 'The link is ready.');
  if (!host.address) return;
  await navigator.clipboard.writeText(host.address).then(() => say('The link is copied.'),
    () => say('The link stands below.'));
}

function withdraw(host, f) {
  host.address = null;
  return host.act(() => api.remove(`${host.path}/${f.id}/access`), 'The link no longer works.');
}
