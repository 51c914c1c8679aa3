import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { kinds } from './kinds.js';
import { say } from '../../lib/notices.js';
import { beside } from '../../lib/states.js';
import { clash } from './clash.js';
import { FieldDraft } from './draft.js';
import '../crm-picker/crm-picker.js';

let made = 0;

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * A field that is edited where it stands. A click or Enter opens it, Enter and leaving it save, Esc takes back. The parent sends
 * what `save` carries and answers with `done` or `refused`. What others change meanwhile never overwrites what stands in the editor:
 * a line under it shows both values and lets the person choose.
 */
class CrmField extends CrmElement {
  static properties = {
    name: {}, label: {}, kind: {}, value: {}, owner: {}, search: {}, fresh: { type: Boolean }, bare: { type: Boolean }, required: { type: Boolean }, changedBy: {},
    editing: { state: true }, problem: { state: true }, conflict: { state: true },
  };

  constructor() {
    super();
    this.uid = `field-${++made}`;
    this.draft = new FieldDraft(this);
  }

  /** What stands in the editor: the value as it was on opening, or what was typed and refused. */
  get current() {
    return this.typed === undefined ? this.base : this.typed;
  }

  firstUpdated() {
    if (!kinds[this.kind].direct && this.kind !== 'pick') this.draft.restore();
  }

  willUpdate(changed) {
    if (changed.has('owner') && changed.get('owner') && changed.get('owner').id !== this.owner?.id) this.reset();
    else if (this.editing && changed.has('value') && !same(this.value, this.base)) this.conflict = { theirs: this.value, open: true };
  }

  /** Another record stands here now. */
  reset() {
    Object.assign(this, { editing: false, problem: null, conflict: null, typed: undefined });
    this.updateComplete.then(() => this.firstUpdated());
  }

  render() {
    const kind = kinds[this.kind];
    const body = this.editing ? this.editor(kind) : this.reading(kind);
    const wrong = this.conflict ? clash({ by: this.changedBy, ...this.conflict }, kind, { keep: () => this.mine(), take: () => this.theirs() }) : beside(this.problem && (this.problem.at(this.name) || this.problem.at(`${this.name}Id`) || this.problem.message));
    if (this.bare) return html`<div class="field-bare ${this.kind}">${body}${wrong}</div>`;
    return html`<div class="field-row"><span class="field-label" id=${this.uid}>${this.label}</span><div class="field-value">${body}${wrong}</div></div>`;
  }

  reading(kind) {
    const empty = this.value === null || this.value === undefined || this.value === '' || (Array.isArray(this.value) && !this.value.length);
    if (kind.direct) return kind.direct(this);
    return html`<button class="bare value ${empty ? 'is-empty' : ''}" title="Edit ${this.label.toLowerCase()}" @click=${this.edit}>
      ${this.bare ? nothing : html`<span class="unseen">${this.label}: </span>`}${empty ? html`<span class="faint">${this.bare ? `Add a ${this.label.toLowerCase()}` : '–'}</span>` : kind.read(this.value, this)}</button>${kind.aside?.(this) ?? nothing}`;
  }

  editor(kind) {
    return html`<div class="editor" @keydown=${this.key} @focusout=${this.leave} @input=${e => { if (this.kind !== 'pick') this.draft.keep(e.target.value); }}>${kind.edit(this)}</div>`;
  }

  mine() {
    const { open, mine } = this.conflict;
    this.conflict = null;
    if (open) this.take(true, true);
    else this.send(mine, true);
  }

  theirs() {
    this.conflict = null;
    this.draft.drop();
    this.stop();
  }

  async edit({ base = this.value, version = this.owner?.version, focus = true } = {}) {
    this.base = base;
    this.version = version;
    this.conflict = same(base, this.value) ? null : { theirs: this.value, open: true };
    this.editing = true;
    await this.updateComplete;
    const input = this.querySelector('input, textarea, select');
    if (!focus) return;
    input?.focus();
    if (input?.select && this.kind !== 'longtext') input.select();
  }

  key(event) {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.theirs();
    } else if (event.key === 'Enter' && (this.kind !== 'longtext' || event.ctrlKey || event.metaKey) && this.kind !== 'pick') {
      event.preventDefault();
      this.take(true, !!this.conflict);
    }
  }

  leave(event) {
    if (this.conflict || (event.relatedTarget && this.contains(event.relatedTarget))) return;
    if (this.kind !== 'pick') this.take();
    else setTimeout(() => { if (this.editing && !this.contains(document.activeElement)) this.stop(false); }, 50);
  }

  /** Reads what stands in the editor; the same as before is nothing to send. */
  take(refocus, force) {
    if (!this.editing) return;
    const next = kinds[this.kind].take(this.querySelector('input, textarea, select'), this);
    this.stop(refocus);
    if (same(next, this.value) || (this.required && !next)) this.draft.drop();
    else this.send(next, force);
  }

  async stop(refocus = true) {
    this.editing = false;
    this.problem = null;
    this.conflict = null;
    this.typed = undefined;
    await this.updateComplete;
    if (refocus) this.querySelector('.value')?.focus();
  }

  send(next, force = false) {
    this.conflict = null;
    this.problem = null;
    const { patch, shown } = kinds[this.kind].patch?.(next, this) || { patch: { [this.name]: next }, shown: { [this.name]: next } };
    const { version } = this;
    const done = () => { this.draft.drop(); say(`${this.label} saved.`); };
    this.emit('save', { patch, shown, force, version, done, refused: problem => this.refuse(problem, next) });
  }

  /** The reason stands under what was typed, and it can be mended there. */
  reopen(problem, mine) {
    this.problem = problem;
    if (kinds[this.kind].direct || mine === undefined) return;
    this.typed = mine;
    this.edit();
  }

  refuse(problem, mine) {
    const clash = problem.conflicts?.find(c => c.field === this.name || c.field === `${this.name}Id`);
    if (problem.status === 412) this.conflict = { theirs: clash?.theirs ?? this.value, mine, ...(problem.changedBy ? { by: problem.changedBy.name } : {}) };
    else this.reopen(problem, mine);
    say(`${this.label} not saved. ${problem.message}`);
  }
}
customElements.define('crm-field', CrmField);
