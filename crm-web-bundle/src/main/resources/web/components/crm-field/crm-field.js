import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { kinds } from './kinds.js';
import { say } from '../../lib/notices.js';
import { beside } from '../../lib/states.js';
import '../crm-picker/crm-picker.js';

let made = 0;

/**
 * A field that is edited where it stands. A click or Enter opens it, Enter and leaving it save, Esc takes back. The parent sends
 * what `save` carries and answers with `done` or `refused`; a conflict shows both values and lets the person choose.
 */
class CrmField extends CrmElement {
  static properties = {
    name: {}, label: {}, kind: {}, value: {}, owner: {}, search: {}, fresh: { type: Boolean }, bare: { type: Boolean }, required: { type: Boolean },
    editing: { state: true }, problem: { state: true }, conflict: { state: true },
  };

  constructor() {
    super();
    this.uid = `field-${++made}`;
  }

  /** What stands in the editor: the value, or what was typed and refused. */
  get current() {
    return this.typed === undefined ? this.value : this.typed;
  }

  render() {
    const kind = kinds[this.kind];
    const body = this.editing ? this.editor(kind) : this.reading(kind);
    const wrong = this.conflict ? this.choose(kind) : beside(this.problem && (this.problem.at(this.name) || this.problem.at(`${this.name}Id`) || this.problem.message));
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
    return html`<div class="editor" @keydown=${this.key} @focusout=${this.leave}>${kind.edit(this)}</div>`;
  }

  /** Someone else changed it first: both values, and one's own choice. */
  choose(kind) {
    const { theirs, mine, by } = this.conflict;
    const text = v => (v === null || v === undefined || v === '' ? 'empty' : typeof v === 'string' || typeof v === 'number' ? v : kind.text(v));
    return html`<div class="conflict" role="alert"><p>${by || 'Someone'} changed this meanwhile.</p>
      <p><button class="quiet" @click=${() => { this.conflict = null; }}>Keep “${text(theirs)}”</button> <button class="quiet" @click=${() => this.send(mine, true)}>Use mine: “${text(mine)}”</button></p></div>`;
  }

  async edit() {
    this.editing = true;
    this.conflict = null;
    await this.updateComplete;
    const input = this.querySelector('input, textarea, select');
    input?.focus();
    if (input?.select && this.kind !== 'longtext') input.select();
  }

  key(event) {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.stop();
    } else if (event.key === 'Enter' && (this.kind !== 'longtext' || event.ctrlKey || event.metaKey) && this.kind !== 'pick') {
      event.preventDefault();
      this.take(true);
    }
  }

  leave(event) {
    if (event.relatedTarget && this.contains(event.relatedTarget)) return;
    if (this.kind !== 'pick') this.take();
    else setTimeout(() => { if (this.editing && !this.contains(document.activeElement)) this.stop(false); }, 50);
  }

  /** Reads what stands in the editor; the same as before is nothing to send. */
  take(refocus) {
    if (!this.editing) return;
    const next = kinds[this.kind].take(this.querySelector('input, textarea, select'), this);
    this.stop(refocus);
    if (JSON.stringify(next ?? null) !== JSON.stringify(this.value ?? null) && !(this.required && !next)) this.send(next);
  }

  async stop(refocus = true) {
    this.editing = false;
    this.problem = null;
    this.typed = undefined;
    await this.updateComplete;
    if (refocus) this.querySelector('.value')?.focus();
  }

  send(next, force = false) {
    this.conflict = null;
    this.problem = null;
    const { patch, shown } = kinds[this.kind].patch?.(next, this) || { patch: { [this.name]: next }, shown: { [this.name]: next } };
    this.emit('save', { patch, shown, force, done: () => say(`${this.label} saved.`), refused: problem => this.refuse(problem, next) });
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
    if (problem.status === 412) this.conflict = { theirs: clash?.theirs ?? this.value, mine, by: problem.changedBy?.name };
    else this.reopen(problem, mine);
    say(`${this.label} not saved. ${problem.message}`);
  }
}
customElements.define('crm-field', CrmField);
