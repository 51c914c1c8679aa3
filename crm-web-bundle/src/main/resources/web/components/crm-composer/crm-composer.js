import { html, nothing } from 'lit';
import { drafts } from '../../lib/drafts.js';
import { iconButton } from '../../lib/bits.js';
import { icon } from '../../lib/icons.js';
import { beside } from '../../lib/states.js';
import { discardFile, Uploads } from '../../lib/uploads.js';
import { bodyOf, EMPTY, isEmpty, key, keyOf } from './draft.js';
import { fileChips, foot } from './foot.js';
import { post } from './post.js';
import { Preview } from './preview.js';
import { audience, toLine } from './recipients.js';
import { textField } from './text.js';
import { Writing } from './writing.js';

// What of a draft decides who gets it, beside the text.
const CHOICES = ['kind', 'include', 'exclude', 'emails', 'replyTo'];
const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/**
 * Where messages and notes are written. What is typed is kept as a draft until it is sent. Tells `posted` with the new
 * entry, and `kind` when it changes between message and note.
 */
class CrmComposer extends Writing {
  static properties = {
    record: {}, draft: { state: true }, problem: { state: true }, busy: { state: true }, open: { state: true },
    adding: { state: true }, stale: { state: true }, over: { state: true }, told: { state: true },
  };

  preview = new Preview(this, () => `/records/${this.record.type}/${this.record.id}/recipients-preview`,
    () => bodyOf(this.draft));
  uploads = new Uploads(this, file => this.put({ files: [...this.draft.files, file] }));

  constructor() {
    super();
    this.draft = EMPTY;
  }

  get store() {
    return `compose.${this.record.type}.${this.record.id}`;
  }

  willUpdate(changed) {
    if (!changed.has('record') || changed.get('record')?.id === this.record.id) return;
    this.draft = { ...EMPTY, ...drafts.get(this.store) };
    Object.assign(this, { problem: null, stale: null, told: null, open: false, adding: false });
    this.preview.clear();
    this.preview.now();
    this.updateComplete.then(() => this.tellKind());
  }

  tellKind() {
    this.emit('kind', { kind: this.draft.kind, reply: !!this.draft.replyTo });
  }

  /** Takes a change over into the draft, and asks anew who will get it. */
  put(patch) {
    this.draft = { ...this.draft, ...patch };
    Object.assign(this, { problem: null, stale: null, told: null });
    if (isEmpty(this.draft) && !this.draft.replyTo && !this.draft.include.length
      && !this.draft.emails.length) drafts.drop(this.store);
    else drafts.set(this.store, this.draft);
    if (Object.keys(patch).some(name => CHOICES.includes(name))) this.preview.chosen();
    this.preview.soon();
  }

  render() {
    const { draft } = this;
    const note = draft.kind === 'note';
    return html`<form class="write-box ${draft.kind} ${this.over ? 'over' : ''}" novalidate
      aria-label=${note ? 'Log a note' : 'Send a message'} @submit=${e => e.preventDefault()}
      @dragover=${e => { if (e.dataTransfer.types.includes('Files')) { e.preventDefault(); this.over = true; } }}
      @dragleave=${e => { if (!e.currentTarget.contains(e.relatedTarget)) this.over = false; }} @drop=${this.dropped}>
      <div class="write-to">${note
        ? html`<p class="small note-says">${icon('eye')}<b
          class="strong">Internal note.</b> The customer does not see it.</p>` : toLine(this)}
        ${audience(this)}</div>
      ${draft.replyTo ? html`<p class="reply-to small">${icon('reply')}<span class="ellipsis">Reply to <b
        class="strong">${draft.replyTo.name}</b> ${draft.replyTo.text}</span>
        ${iconButton('close', 'Cancel the reply', () => { this.put({ replyTo: null }); this.choose(draft.kind); },
          'tight')}</p>` : nothing}
      ${textField(this, { label: note ? 'Note' : 'Message', text: draft.text, mentions: draft.mentions, list: this.list,
        placeholder: note ? 'What should colleagues know?' : 'Write to the customer' })}
      ${fileChips(this)}
      ${this.says()}
      ${foot(this)}</form>`;
  }

  says() {
    const { problem } = this;
    const refusal = problem?.fields.length ? problem.fields.map(f => f.message).join(' ') : problem?.message;
    return html`${this.uploads.refused.map(line => beside(line))}${beside(refusal)}${beside(this.stale)}
      ${this.told ? html`<p class="small muted told" role="status">${this.told}</p>` : nothing}`;
  }

  /** Message or note; the text and the files stay. A reply keeps the visibility of what it answers. */
  choose(kind) {
    if (!this.draft.replyTo || this.draft.replyTo.kind === kind) this.put({ kind });
    this.tellKind();
    this.updateComplete.then(() => this.area.focus());
  }

  reply(entry, text) {
    this.put({ kind: entry.kind, replyTo: { id: entry.id, kind: entry.kind, name: entry.author?.name || 'it', text } });
    this.choose(entry.kind);
    this.scrollIntoView({ block: 'nearest' });
  }

  isTicked(s) {
    const { include, exclude, emails } = this.draft;
    const me = keyOf(s);
    if (exclude.some(p => keyOf({ person: p.kind && p, email: p.email }) === me)) return false;
    return s.ticked || include.some(p => key(p) === me) || emails.some(e => e.toLowerCase() === me);
  }

  tick(s, on) {
    const me = keyOf(s);
    const others = list => list.filter(p => keyOf({ person: p.kind && p, email: p.email }) !== me);
    const emails = this.draft.emails.filter(e => e.toLowerCase() !== me);
    const person = s.person || { email: s.email };
    if (!on) return this.put({ exclude: [...others(this.draft.exclude), person], include: others(this.draft.include),
      emails });
    const include = s.person ? [...others(this.draft.include), s.person] : this.draft.include;
    return this.put({ exclude: others(this.draft.exclude), include, emails: s.person ? emails : [...emails, s.email] });
  }

  /** What was chosen or typed: somebody known, or addresses, several at once too. */
  async addRecipient(picker, who) {
    if (!who) return;
    picker.value = null;
    const typed = who.id ? [] : who.name.split(/[\s,;]+/).filter(Boolean);
    const wrong = typed.find(t => !ADDRESS.test(t));
    if (wrong) {
      this.problem = { message: `“${wrong}” is neither a person here nor an email address.`, fields: [] };
      return;
    }
    const include = who.id
      ? [...this.draft.include.filter(p => key(p) !== key(who)), { kind: who.kind, id: who.id, name: who.name }]
        : this.draft.include;
    this.put({ include, exclude: this.draft.exclude.filter(p => !who.id || key(p) !== key(who)),
      emails: [...new Set([...this.draft.emails, ...typed])] });
  }

  removeRecipient(who) {
    this.put(who.kind ? { include: this.draft.include.filter(p => key(p) !== key(who)) }
      : { emails: this.draft.emails.filter(e => e !== who.email) });
  }

  toggleAdding = async () => {
    this.adding = !this.adding;
    await this.updateComplete;
    this.querySelector('.to-add input')?.focus();
  };

  chosen = event => {
    const files = [...event.target.files];
    event.target.value = '';
    this.uploads.add(files);
  };

  dropped = event => {
    this.over = false;
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    this.uploads.add([...event.dataTransfer.files]);
  };

  pasted = event => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    this.uploads.add([...event.clipboardData.files]);
  };

  async discard(file) {
    const refusal = await discardFile(file);
    if (refusal) this.problem = { message: refusal, fields: [] };
    else this.put({ files: this.draft.files.filter(f => f !== file) });
  }

  /** The author changed the followers: who gets it is asked for again. */
  refresh() {
    this.preview.chosen();
    this.preview.now();
  }

  async submit() {
    if (this.busy || this.uploads.busy) return;
    this.busy = true;
    Object.assign(this, { problem: null, stale: null, told: null });
    try {
      await post(this);
    } finally {
      this.busy = false;
    }
  }

  /** It is posted: the draft has done its work. */
  done(entry, told) {
    drafts.drop(this.store);
    this.draft = { ...EMPTY, kind: this.draft.kind };
    Object.assign(this, { told, open: false, adding: false });
    this.emit('posted', entry);
    this.preview.chosen();
    this.preview.now();
    this.tellKind();
    this.updateComplete.then(() => this.area.focus());
  }
}
customElements.define('crm-composer', CrmComposer);
