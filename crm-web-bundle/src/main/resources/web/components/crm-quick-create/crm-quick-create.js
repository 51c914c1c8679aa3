import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { plain } from '../../lib/amount.js';
import { catalog } from '../../lib/catalog.js';
import { drafts } from '../../lib/drafts.js';
import { effectLines, toast } from '../../lib/notices.js';
import { session } from '../../lib/session.js';
import { findContacts } from '../../lib/people.js';
import { beside } from '../../lib/states.js';
import { freshCustomer } from '../crm-new-customer/crm-new-customer.js';
import '../crm-picker/crm-picker.js';

/** A new opportunity in three lines, right in its column. What was typed stays if one leaves. */
class CrmQuickCreate extends CrmElement {
  static properties = { stage: {}, problem: { state: true }, busy: { state: true }, draft: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.name = `quick.${this.stage.id}`;
    this.draft = { name: '', amount: '', customer: null, ...drafts.get(this.name) };
    this.put({ open: true });
    catalog.settings().then(s => { this.currency = s.currency; this.requestUpdate(); }, () => {});
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    const at = field => beside(this.problem?.at(field));
    return html`<form class="card quick" novalidate aria-label="New opportunity in ${this.stage.name}" @submit=${this.submit} @keydown=${e => { if (e.key === 'Escape' && !e.defaultPrevented) this.leave(); }}>
      <input aria-label="Name" placeholder="What is it about?" maxlength="200" .value=${this.draft.name} aria-invalid=${!!this.problem?.at('name')} @input=${e => this.put({ name: e.target.value })}>${at('name')}
      <crm-picker label="Customer" placeholder="Customer" allow-new .value=${this.draft.customer} .search=${findContacts} @pick=${e => this.put({ customer: e.detail })}></crm-picker>${at('customer')}${at('customerId')}
      <crm-new-customer .customer=${this.draft.customer} @customer=${e => this.put({ customer: e.detail })}></crm-new-customer>${at('customer.email')}${at('customer.phone')}
      <div class="row"><input aria-label="Expected revenue" placeholder="Expected revenue" inputmode="decimal" .value=${this.draft.amount} aria-invalid=${!!this.problem?.at('expectedRevenue')} @input=${e => this.put({ amount: e.target.value })}><span class="faint">${this.currency}</span></div>${at('expectedRevenue')}
      ${this.problem && !this.problem.fields.length ? beside(this.problem.message) : ''}
      <div class="row"><button class="primary" ?disabled=${this.busy || !this.draft.name.trim()}>Add</button><button type="button" @click=${() => { drafts.drop(this.name); this.emit('created'); }}>Cancel</button></div>
    </form>`;
  }

  put(patch) {
    const key = 'open' in patch && this.draft.key ? this.draft.key : crypto.randomUUID();
    this.draft = { ...this.draft, ...patch, key };
    drafts.set(this.name, this.draft);
  }

  /** Closed, not forgotten: opened again, it still stands there. */
  leave() {
    this.put({ open: false });
    this.emit('created');
  }

  async submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const { name, amount, customer, key } = this.draft;
    const body = { name: name.trim(), stageId: this.stage.id, salespersonId: session.state.me.id };
    if (amount.trim()) body.expectedRevenue = { amount: plain(amount), currency: this.currency };
    if (customer?.id) body.customerId = customer.id;
    else if (customer?.name) body.customer = freshCustomer(customer);
    this.busy = true;
    try {
      const made = await api.create('/opportunities', body, key);
      drafts.drop(this.name);
      if (made.effects?.length) toast({ text: 'Added.', effects: effectLines(made), undo: made.undo });
      this.emit('created', { ...made, stageId: made.stageId ?? this.stage.id });
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('crm-quick-create', CrmQuickCreate);
