import { html, nothing } from 'lit';
import { iconButton } from '../../lib/bits.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { findPeople } from '../../lib/people.js';
import { channelWord, reasonWord } from '../../lib/deliveries.js';
import { keyOf } from './draft.js';
import { nameOf } from './preview.js';
import '../crm-picker/crm-picker.js';

const REASONS = { customer: '', salesperson: 'salesperson', cc: 'in copy of the last email', bounced: 'email came back',
  no_address: 'no address' };
const WHY = { mentioned: 'mentioned', customer: 'customer', salesperson: 'salesperson', follower: 'follows',
  added: 'added by you' };

const reason = text => REASONS[text] ?? (text || '');

/** One row a person; the server gives one a person and channel. */
export function people(notified = []) {
  const rows = new Map();
  notified.forEach(n =>
    rows.set(keyOf(n), { ...n, channels: [...(rows.get(keyOf(n))?.channels || []), channelWord(n.channel)] }));
  return [...rows.values()];
}

/** The line "To": the people suggested, each with a tick, then those added by hand. */
export function toLine(host) {
  const { draft, preview } = host;
  const suggested = preview.data?.suggested || [];
  const known = new Set(suggested.map(keyOf));
  const added = [...draft.include,
    ...draft.emails.map(email => ({ name: email, email }))].filter(p =>
      !known.has(p.kind ? `${p.kind}:${p.id}` : p.email.toLowerCase()));
  const others = people(preview.data?.notified).filter(n => !known.has(keyOf(n))
    && !added.some(a => (a.kind ? `${a.kind}:${a.id}` : a.email.toLowerCase()) === keyOf(n)));
  return html`<div class="to-line"><span class="faint">To</span>
    ${suggested.map(s => tick(host, s))}
    ${added.map(p => html`<span
      class="chip to-chip">${p.name}${iconButton('close', `Remove ${p.name}`, () => host.removeRecipient(p),
        'tight')}</span>`)}
    ${others.length ? html`<span
      class="muted small">+ ${plural(others.length, others.every(n => n.why === 'follower' || n.why === 'salesperson')
        ? 'follower' : 'other')}</span>` : nothing}</div>`;
}

function tick(host, s) {
  const why = reason(s.reason);
  const name = nameOf(s);
  return html`<span class="to-person"><label class="check"><input type="checkbox" .checked=${host.isTicked(s)}
    ?disabled=${!s.email}
      @change=${e => host.tick(s, e.target.checked)}>
    <span class="to-name"><span
      class="strong">${name}</span>${s.email && s.email !== name ? html` <span class="faint">${s.email}</span>`
        : nothing}
      ${why ? html`<span class="faint small">· ${why}</span>` : nothing}</span></label>
    ${s.email || s.person?.kind !== 'contact' ? nothing
      : html`<a class="link small" href="/contacts/${s.person.id}">Add address</a>`}</span>`;
}

/** Adds somebody by name, or an address as it is typed. */
export const adding = host =>
  html`<crm-picker class="to-add" label="Add people or an email address" placeholder="Name or email address" allow-new
  .search=${findPeople} @pick=${e => host.addRecipient(e.target, e.detail)}></crm-picker>`;

/** "Who will get this, and why": a line that unfolds. */
export function audience(host) {
  const { preview, open } = host;
  const notified = preview.data && people(preview.data.notified);
  const note = host.draft.kind === 'note';
  const count = notified?.length ?? 0;
  const says = !notified ? '' : count ? plural(count, 'person', 'people') : note ? 'nobody is notified' : 'nobody';
  return html`<div class="audience"><div class="row">
      <button type="button" class="bare audience-button" aria-expanded=${!!open} @click=${() => { host.open = !open; }}>
        ${icon(open ? 'down' : 'right')}Who will get this, and why?${says ? html` <b class="strong num">${says}</b>`
          : nothing}</button><span class="grow"></span>
      ${note ? nothing : html`<button type="button" class="bare link small" aria-expanded=${!!host.adding}
        @click=${host.toggleAdding}>Add people</button>`}</div>
    ${host.adding && !note ? adding(host) : nothing}
    ${preview.problem && !preview.problem.fields.length ? html`<p class="faint small">${preview.problem.message}</p>`
      : nothing}
    ${open ? html`<ul class="audience-list small">${(notified
      || []).map(n => html`<li><span class="strong">${nameOf(n)}</span>
      <span class="faint">${n.channels.join(' and ')} · ${WHY[n.why] || n.why}</span></li>`)}
      ${(preview.data?.skipped
        || []).map(n => html`<li class="faint"><s>${nameOf(n)}</s> ${reasonWord(n.reason)}</li>`)}
      ${notified && !count
        ? html`<li class="faint">${note ? 'Whoever can see this record reads it in its history.'
          : 'Tick or add somebody.'}</li>` : nothing}</ul>` : nothing}</div>`;
}
