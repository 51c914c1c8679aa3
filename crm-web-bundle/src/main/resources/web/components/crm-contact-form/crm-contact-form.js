import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { drafts } from '../../lib/drafts.js';
import { Form, values } from '../../lib/form.js';
import '../crm-duplicates/crm-duplicates.js';

const DRAFT = 'contact';

/** A new contact. What was typed stays if one leaves; who looks like the same is named beside it. */
class CrmContactForm extends CrmElement {
  static properties = { draft: { state: true } };
  form = new Form(this);

  constructor() {
    super();
    this.draft = drafts.get(DRAFT) || { key: crypto.randomUUID() };
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    return html`<form class="contact-form" novalidate aria-label="New contact" @submit=${this.submit}
      @input=${this.keep} @keydown=${e => { if (e.key === 'Escape') this.emit('left'); }}>
      <div class="pair">${this.field('name', 'Name', 'text', 200)}${this.field('company', 'Company', 'text', 200)}</div>
      <div class="pair">${this.field('email', 'Email', 'email', 254)}${this.field('phone', 'Phone', 'tel', 60)}</div>
      <crm-duplicates .email=${this.draft.email} .phone=${this.draft.phone} .name=${this.draft.name}></crm-duplicates>
      ${this.form.rest}
      <div class="row"><button class="primary" ?disabled=${this.form.busy}>Add</button><button type="button"
        @click=${() => { drafts.drop(DRAFT); this.emit('left'); }}>Cancel</button></div></form>`;
  }

  field(name, label, type, max) {
    return html`<label class="field"><span>${label}</span><input name=${name} type=${type} maxlength=${max}
      autocomplete="off" .value=${this.draft[name] || ''}
        aria-invalid=${!!this.form.problem?.at(name)}>${this.form.at(name)}</label>`;
  }

  keep(event) {
    this.draft = { ...values(event.currentTarget), key: crypto.randomUUID() };
    drafts.set(DRAFT, this.draft);
  }

  async submit(event) {
    event.preventDefault();
    const { key, ...typed } = this.draft;
    const body = Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text || null]));
    const ok = await this.form.send(async () =>
      { this.made = await api.create('/contacts', { ...body, name: body.name || '' }, key); });
    if (!ok) return;
    drafts.drop(DRAFT);
    this.emit('made', this.made);
  }
}
customElements.define('crm-contact-form', CrmContactForm);
