import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { kinds } from './kinds.js';
import { say } from '../../lib/notices.js';
import { beside } from '../../lib/states.js';
import { clash } from './clash.js';
import { FieldDraft } from './draft.js';
import '../crm-picker/crm-picker.js';

let made = 0;

const blank = v => v === null || v === undefined || v === '' || (Array.isArray(v) && !v.length);
const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * A field that is edited where it stands. A click or Enter opens it, Enter and leaving it save, Esc cancels. The
 * parent sends what `save` carries and answers with `done` or `refused`. What others change meanwhile never
 * overwrites what stands in the editor: a line under it shows both values and lets the person choose.
 */
class CrmField extends CrmElement {
  static properties = {
    name: {}, label: {}, kind: {}, value: {}, owner: {}, search: {}, fresh: { type: Boolean }, bare: { type: Boolean },
    required: { type: Boolean }, changedBy: {},
    editing: { state: true }, problem: { state: true }, conflict: { state: true },
  };

  constructor() {
    super();
    this.uid = `field-${++made}`;
    this.draft = new FieldDraft(this);
  }

  /** Whether the server would refuse an edit: then it looks like text, not like a field. */
  get locked() {
    return this.owner?.can?.edit === false;
  }

  /** What stands in the editor: the value as it was on opening, or what was typed and refused. */
  get current() {
    return this.typed === undefined ? this.base : this.typed;
  }

  firstUpdated() {
    if (!this.locked && !kinds[this.kind].direct && this.kind !== 'pick') this.draft.restore();
  }

  willUpdate(changed) {
    const another = changed.has('owner') && changed.get('owner') && changed.get('owner').id !== this.owner?.id;
    if (another) this.sent = undefined;
    if (changed.has('value') && !(this.sent && same(this.value, this.sent.shown))) this.known = this.value;
    const moved = this.editing && changed.has('value') && !same(this.known, this.base);
    if (another) this.reset();
    else if (moved) this.conflict = { theirs: this.known, open: true };
  }

  /** Another record stands here now. */
  reset() {
    Object.assign(this, { editing: false, problem: null, conflict: null, typed: undefined });
    this.updateComplete.then(() => this.firstUpdated());
  }

  render() {
    const kind = kinds[this.kind];
    const body = this.editing ? this.editor(kind) : this.reading(kind);
    const wrong = this.conflict ? this.choice(kind) : beside(this.problem && this.reason(this.problem));
    if (this.bare) return html`<div class="field-bare ${this.kind}">${body}${wrong}</div>`;
    return html`<div class="field-row"><span class="field-label" id=${this.uid}>${this.label}</span>
      <div class="field-value">${body}${wrong}</div></div>`;
  }

  choice(kind) {
    return clash({ by: this.changedBy, ...this.conflict }, kind,
      { keep: () => this.mine(), take: () => this.theirs() });
  }

  /** The sentence for this field, or what the server said of the whole. */
  reason(problem) {
    return problem.at(this.name) || problem.at(`${this.name}Id`) || problem.under(this.name) || problem.message;
  }

  reading(kind) {
    if (this.locked) return this.text(kind);
    if (kind.direct) return kind.direct(this);
    const name = this.label.toLowerCase();
    const none = blank(this.value);
    const hint = html`<span class="faint">${this.bare ? `Add a ${name}` : '–'}</span>`;
    const text = none ? hint : kind.read(this.value, this);
    return html`<button class="bare value ${none ? 'is-empty' : ''}" title="Edit ${name}" @click=${this.edit}>
      ${this.bare ? nothing : html`<span class="unseen">${this.label}: </span>`}${text}</button>${
      kind.aside?.(this) ?? nothing}${kind.link?.(this) ?? nothing}`;
  }

  /** To be read only. */
  text(kind) {
    return html`<span class="value-text">${blank(this.value) ? html`<span class="faint">–</span>`
      : kind.read(this.value, this)}</span>${kind.link?.(this) ?? nothing}`;
  }

  editor(kind) {
    return html`<div class="editor" @keydown=${this.key} @focusout=${this.leave} @input=${this.keep}>
      ${kind.edit(this)}</div>`;
  }

  keep(event) {
    if (this.kind !== 'pick') this.draft.keep(event.target.value);
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

  /**
   * Opens it. The base of what is typed is the last answer of the server, never a value that is still on its way there.
   */
  async edit({ base = this.known, version = this.owner?.version, focus = true } = {}) {
    this.base = base;
    this.version = version;
    this.conflict = same(base, this.known) ? null : { theirs: this.known, open: true };
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
    } else if (event.key === 'Enter' && (this.kind !== 'longtext' || event.ctrlKey || event.metaKey)
      && this.kind !== 'pick') {
      event.preventDefault();
      if (!this.conflict) this.take(true);
    }
  }

  leave(event) {
    if (this.conflict || (event.relatedTarget && this.contains(event.relatedTarget))) return;
    if (this.kind !== 'pick') this.take();
    else setTimeout(() => { if (this.editing && !this.contains(document.activeElement)) this.stop(false); }, 50);
  }

  /**
   * Reads what stands in the editor; the same as before is nothing to send, and what cannot be understood stays with
   * the reason.
   */
  take(refocus, force) {
    if (!this.editing) return;
    let next;
    try {
      next = kinds[this.kind].take(this.querySelector('input, textarea, select'), this);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
      return;
    }
    this.stop(refocus);
    if (same(next, this.known) || (this.required && !next)) this.draft.drop();
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
    const plain = { [this.name]: next };
    const { patch, shown } = kinds[this.kind].patch?.(next, this) || { patch: plain, shown: plain };
    const { version } = this;
    const sent = { shown: shown[this.name] };
    this.sent = sent;
    const ended = () => { if (this.sent === sent) this.sent = undefined; };
    const done = () => {
      ended();
      this.known = sent.shown;
      this.draft.drop();
      say(`${this.label} saved.`);
    };
    const refused = problem => {
      ended();
      this.refuse(problem, next);
    };
    this.emit('save', { patch, shown, force, version, done, refused });
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
    const by = problem.changedBy ? { by: problem.changedBy.name } : {};
    const theirs = clash?.theirs ?? problem.current?.[this.name] ?? this.known;
    if (problem.status === 412) this.conflict = { theirs, mine, ...by };
    else this.reopen(problem, mine);
    say(`${this.label} not saved. ${this.reason(problem)}`);
  }
}
customElements.define('crm-field', CrmField);
