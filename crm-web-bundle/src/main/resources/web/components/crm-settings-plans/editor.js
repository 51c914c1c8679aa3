import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';
import { icon } from '../../lib/icons.js';
import { say } from '../../lib/notices.js';
import { fresh, lineBody, lineFields } from './lines.js';

/** A new plan, or a new version of one. Tells `saved`, or `shut` when nothing shall be changed. */
class CrmPlanEditor extends CrmElement {
  static properties = { plan: {}, data: {}, lines: { state: true } };

  form = new Form(this);
  made = 0;

  willUpdate(changed) {
    if (changed.has('plan') && !this.lines) this.lines = (this.plan?.lines
      || [fresh(this.data.types)]).map(line => this.keyed(line));
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  /** A line keeps its fields when it moves. */
  keyed(line) {
    return { ...line, key: ++this.made };
  }

  render() {
    const { form, lines } = this;
    return html`<form class="add-form" novalidate aria-label=${this.plan ? `Edit ${this.plan.name}` : 'New plan'}
      @submit=${this.save} @keydown=${e => { if (e.key === 'Escape') this.emit('shut'); }}>
      <label class="field narrow"><span>Name</span><input name="name" maxlength="80" required
        .value=${this.plan?.name || ''} aria-invalid=${!!form.problem?.at('name')}></label>${form.at('name')}
      ${repeat(lines, l => l.key, (line, i) => lineFields(line, i, lines.length, this.data,
        { form, put: patch => this.put(i, patch), up: () => this.up(i), drop: () => this.drop(i) }))}
      ${form.at('lines')}${form.rest}
      <div class="row"><button class="primary" ?disabled=${form.busy}>${this.plan ? 'Save' : 'Add'}</button><button
        type="button" ?disabled=${lines.length >= 50} @click=${this.add}>${icon('plus')}Another activity</button><button
          type="button" @click=${() => this.emit('shut')}>Cancel</button></div></form>`;
  }

  put(i, patch) {
    this.lines = this.lines.map((line, at) => (at === i ? { ...line, ...patch } : line));
  }

  up(i) {
    this.lines = this.lines.toSpliced(i - 1, 2, this.lines[i], this.lines[i - 1]);
    say(`Place ${i} of ${this.lines.length}.`);
  }

  drop(i) {
    this.lines = this.lines.toSpliced(i, 1);
    say('Removed.');
  }

  async add() {
    this.lines = [...this.lines, this.keyed({ ...fresh(this.data.types), from: 'previous' })];
    await this.updateComplete;
    this.querySelector('.plan-line:last-of-type select').focus();
  }

  async save(event) {
    event.preventDefault();
    const body = { name: new FormData(event.target).get('name').trim(), lines: this.lines.map(lineBody) };
    const ok = await this.form.send(() => (this.plan
      ? api.patch(`/activity-plans/${this.plan.id}`, body, this.plan.version) : api.create('/activity-plans', body)));
    if (!ok) return;
    say(`${body.name} saved.`);
    this.emit('saved');
  }
}
customElements.define('crm-plan-editor', CrmPlanEditor);
