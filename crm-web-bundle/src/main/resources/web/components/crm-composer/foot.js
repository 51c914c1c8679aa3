import { html, nothing } from 'lit';
import { iconButton } from '../../lib/bits.js';
import { fileSize, plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { progress } from '../../lib/uploads.js';
import { aids, beginMention } from './text.js';

/** What stands under the text: files, the aids, and the button that says where it goes. */

export function fileChips(host) {
  const { going } = host.uploads;
  const links = new Set((host.preview.data?.attachments || []).filter(a => a.delivery === 'link').map(a => a.id));
  if (!host.draft.files.length && !going.length) return nothing;
  return html`<ul class="write-files">${host.draft.files.map(f =>
    html`<li>${icon('clip')}<span class="ellipsis" title=${f.name}>${f.name}</span>
      <span class="faint small num">${fileSize(f.size)}${links.has(f.id) ? ', as a link'
        : ''}</span>${iconButton('close', `Remove ${f.name}`, () => host.discard(f), 'tight')}</li>`)}
    ${going.map(u => html`<li class="muted">${icon('upload')}<span class="ellipsis"
      title=${u.file.name}>${u.file.name}</span>
      <progress max="1" .value=${u.share ?? 0} aria-label="Uploading ${u.file.name}"></progress><span
        class="faint small num">${progress(u)}</span>
      ${iconButton('close', `Stop ${u.file.name}`, () => host.uploads.stop(u), 'tight')}</li>`)}</ul>`;
}

const WORDS = {
  message: { goes: 'goes to the customer', inside: 'goes to colleagues only', send: 'Send message',
    sending: 'Sending …', icon: 'mail' },
  note: { goes: 'internal', inside: 'internal', send: 'Log note', sending: 'Logging …', icon: 'edit' },
};

/** A message says that it goes out as long as anyone outside gets it. */
export const outside = notified => !notified || notified.some(n => n.person?.kind !== 'user');

export function foot(host) {
  const { kind } = host.draft;
  const words = WORDS[kind];
  const waits = host.uploads.busy;
  const where = kind === 'message' && !outside(host.preview.data?.notified) ? words.inside : words.goes;
  return html`<div class="write-foot">
    <label class="button icon" title="Attach files">${icon('clip')}<input class="unseen" type="file" multiple
      aria-label="Attach files"
      @change=${host.chosen}></label>
    <button type="button" class="icon aid" title="Mention somebody" aria-label="Mention somebody"
      @pointerdown=${e => e.preventDefault()} @click=${() => beginMention(host.area)}>@</button>
    ${aids(() => host.area)}<span class="grow"></span>
    <span class="goes small ${kind}">${waits ? `${plural(host.uploads.going.length, 'file')} uploading` : where}</span>
    <button type="button" class="${kind === 'note' ? 'log-note' : 'primary'} send" aria-keyshortcuts="Control+Enter"
      title="Ctrl Enter" ?disabled=${host.busy || waits}
      @click=${() => host.submit()}>${host.busy ? words.sending : words.send}</button></div>`;
}
