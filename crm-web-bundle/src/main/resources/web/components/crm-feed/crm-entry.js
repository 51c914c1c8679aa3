import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { face } from '../../lib/bits.js';
import { now } from '../../lib/clock.js';
import { ask } from '../../lib/dialogs.js';
import { exact, time } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { say, toast } from '../../lib/notices.js';
import { Popover } from '../../lib/popover.js';
import { refused } from '../../lib/problem.js';
import { plainText, rich } from '../../lib/rich.js';
import { may, session } from '../../lib/session.js';
import { beside } from '../../lib/states.js';
import { files } from './files.js';
import { told } from './told.js';
import './crm-entry-edit.js';
import '../crm-confirm/crm-confirm.js';

const MARKS = {
  answer_to_internal_note: 'answers an internal note', automatic: 'automatic reply', forwarded: 'forwarded',
    by_mail: 'by email', mail: 'by email',
};

/** A message or a note, with what can be done with it. Tells `reply`, and `changed` with its new state. */
class CrmEntry extends CrmElement {
  static properties = {
    entry: {}, record: {}, answers: {}, linked: { type: Boolean }, open: { state: true }, editing: { state: true },
      unfolded: { state: true },
    problem: { state: true }, busy: { state: true },
  };

  panel = new Popover(this);

  get mine() {
    const { author } = this.entry;
    return author?.kind === 'user' && author.id === session.state.me?.id;
  }

  render() {
    const e = this.entry;
    const note = e.kind === 'note';
    if (e.deletedAt) return html`<article class="entry stub faint small" id="entry-${e.id}"
      tabindex="-1">${face(e.author)}<div>${e.author?.name || 'Somebody'} deleted a ${e.kind}.</div></article>`;
    return html`<article class="entry ${e.kind} ${this.linked ? 'linked' : ''}" id="entry-${e.id}" tabindex="-1"
      aria-label="${note ? 'Internal note' : 'Message'} by ${e.author?.name || 'somebody'}">
      ${face(e.author || { id: 0, name: '·' })}<div>
      <div class="meta"><b>${e.author?.name || 'Unknown'}</b> · <a class="when" href="?entry=${e.id}"><time
        datetime=${e.at} title=${exact(e.at)}>${time(e.at)}</time></a>${note ? ' · internal note' : nothing}
        ${(e.marks || []).filter(m => MARKS[m]).map(m => html` · ${MARKS[m]}`)}${e.editedAt
          ? html` · <span title=${exact(e.editedAt)}>edited</span>` : nothing}</div>
      ${e.replyTo ? html`<a class="answers small faint ellipsis"
        href="?entry=${e.replyTo}">${icon('reply')}${this.answers
          ? html`<b class="strong">${this.answers.author?.name}</b> ${plainText(this.answers.body)}`
            : 'an earlier entry'}</a>` : nothing}
      ${this.editing ? html`<crm-entry-edit .entry=${e} .record=${this.record} @done=${this.edited}></crm-entry-edit>`
        : this.body(e)}
      ${files(e.attachments)}${told(this, e.deliveries)}${beside(this.problem?.message)}</div>
      ${this.editing ? nothing : this.acts(e)}</article>`;
  }

  body(e) {
    if (!e.folded || this.unfolded) return rich(e.body);
    return html`<button class="bare link small" aria-expanded="false"
      @click=${() => { this.unfolded = true; }}>Show the automatic reply</button>`;
  }

  acts(e) {
    const item = (text, act, cls = '') =>
      html`<button class=${cls} @click=${() => { this.panel.close(); act(); }}>${text}</button>`;
    const editable = e.editableUntil && Date.parse(e.editableUntil) > now().getTime();
    return html`<div class="entry-acts" @keydown=${this.panel.key}>
      <button class="icon tight" aria-label="Reply to ${e.author?.name || 'this'}" title="Reply"
        @click=${() => this.emit('reply', { entry: e, text: plainText(e.body) })}>${icon('reply')}</button>
      <button class="icon tight" aria-expanded=${this.panel.open} aria-haspopup="true"
        aria-label="More for this ${e.kind}" title="More" @click=${this.panel.toggle}>${icon('dots')}</button>
      <div class="menu" ?hidden=${!this.panel.open}>${editable ? item('Edit', () => { this.editing = true; }) : nothing}
        ${item('Copy link', () => this.copy())}
        ${this.mine || may('admin') ? item('Delete …', () => this.discard(), 'danger') : nothing}</div></div>`;
  }

  edited(event) {
    this.editing = false;
    if (event.detail) this.emit('changed', event.detail);
    this.updateComplete.then(() => this.querySelector('article').focus());
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(new URL(`${location.pathname}?entry=${this.entry.id}`, location.href).href);
      toast({ text: 'The link is copied.' });
    } catch {
      toast({ text: 'The browser does not allow copying. Open the time of the entry as a link instead.' });
    }
  }

  async discard() {
    const text = this.entry.kind === 'note' ? 'A line in the history says so.'
      : 'A line in the history says so. Emails already sent cannot be recalled.';
    const sure = await ask('crm-confirm',
      { heading: `Delete this ${this.entry.kind}?`, text, word: 'Delete', danger: true });
    if (!sure) return;
    this.problem = await refused(() => api.remove(`/messages/${this.entry.id}`));
    if (this.problem) return;
    say('Deleted.');
    this.emit('changed', null);
  }

  async resend() {
    this.busy = true;
    this.problem = await refused(() => api.act(`/messages/${this.entry.id}/resend`));
    this.busy = false;
    if (this.problem) return;
    say('It is sent again.');
    this.emit('changed', null);
  }
}
customElements.define('crm-entry', CrmEntry);
