import { html, nothing } from 'lit';
import { face, iconButton } from '../../lib/bits.js';
import { day, dayOf } from '../../lib/format.js';
import { session } from '../../lib/session.js';
import { beside } from '../../lib/states.js';
import { link } from './link.js';

/** One follower: who, what they hear of in short, and the ways to change it. */
export function row(host, f) {
  const open = host.editing === f.id;
  const name = f.person.name;
  return html`<li><div class="row">${face(f.person)}<span class="follower-name"><span class="ellipsis"
    title=${name}>${name}</span>
      <span class="faint small ellipsis">${inShort(host, f)}</span></span>
      ${iconButton('edit', `Edit subscription of ${name}`, () => host.edit(open ? null : f), 'tight')}
      ${iconButton('close', f.person.id === session.state.me.id && f.internal ? 'Stop following' : `Remove ${name}`,
        () => host.drop(f), 'tight')}</div>
    ${open ? subscription(host, f) : nothing}</li>`;
}

const possible = (host, f) => (host.kinds.data || []).filter(s => f.internal || !s.internal);

function inShort(host, f) {
  const names = possible(host, f).filter(s => f.subtypes.includes(s.key)).map(s => s.name);
  const hears = !host.kinds.data ? '' : names.length === possible(host, f).length ? 'Hears of everything'
    : names.join(', ') || 'Hears of nothing';
  return f.accessUntil ? `${hears} · link until ${day(dayOf(f.accessUntil))}` : hears;
}

/** Edit Subscription: what this person hears of. Outsiders are never offered what is internal (SEMANTICS W3). */
function subscription(host, f) {
  const save = event => {
    event.preventDefault();
    host.subscribe(f, new FormData(event.target).getAll('subtypes'));
  };
  return html`<form class="subscription" aria-label="Subscription of ${f.person.name}" @submit=${save}>
    ${possible(host, f).map(s =>
      html`<label class="check"><input type="checkbox" name="subtypes" value=${s.key}
        .checked=${f.subtypes.includes(s.key)}> ${s.name}${s.internal
      ? html` <span class="faint small">internal</span>` : nothing}</label>`)}
    ${f.internal ? nothing : html`<p class="faint small">People outside never get notes, activities or amounts.</p>`}
    ${beside(host.problem?.at?.('subtypes'))}
    <div class="row"><button class="primary" ?disabled=${host.busy}>Save</button><button type="button"
      @click=${() => host.edit(null)}>Cancel</button></div>
    ${f.internal ? nothing : link(host, f)}</form>`;
}
