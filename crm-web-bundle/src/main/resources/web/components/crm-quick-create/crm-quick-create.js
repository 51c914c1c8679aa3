import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { drafts } from '../../lib/drafts.js';
import { typedMoney } from '../../lib/money-input.js';
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
    const under = field => beside(this.problem?.under(field));
    const rest = beside(this.problem?.beyond('name', 'customer', 'customerId', 'expectedRevenue'));
    return html`<form class="card quick" novalidate aria-label="New opportunity in ${this.stage.name}"
      @submit=${this.submit} @keydown=${e => { if (e.key === 'Escape' && !e.defaultPrevented) this.leave(); }}>
      <input aria-label="Name" placeholder="What is it about?" maxlength="200" .value=${this.draft.name}
        aria-invalid=${!!this.problem?.at('name')} @input=${e => this.put({ name: e.target.value })}>${at('name')}
      <crm-picker label="Customer" placeholder="Customer" allow-new .value=${this.draft.customer}
        .search=${findContacts} @pick=${e => this.put({ customer: e.detail })}></crm-picker>${at('customerId')}
      <crm-new-customer .customer=${this.draft.customer}
        @customer=${e => this.put({ customer: e.detail })}></crm-new-customer>${under('customer')}
      <div class="row"><input aria-label="Expected revenue" placeholder="Expected revenue" inputmode="decimal"
        .value=${this.draft.amount} aria-invalid=${!!this.problem?.under('expectedRevenue')}
          @input=${e => this.put({ amount: e.target.value })}><span
          class="faint">${this.currency}</span></div>${under('expectedRevenue')}
      ${rest}
      <div class="row"><button class="primary" ?disabled=${this.busy || !this.draft.name.trim()}>Add</button><button
        type="button" @click=${() => { drafts.drop(this.name); this.emit('created'); }}>Cancel</button></div>
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
    this.busy = true;
    this.problem = null;
    try {
      const made = await api.create('/opportunities', this.body(), this.draft.key);
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

  /** What is sent; throws the reason when the amount cannot be read. */
  body() {
    const { name, amount, customer } = this.draft;
    const body = { name: name.trim(), stageId: this.stage.id, salespersonId: session.state.me.id };
    const expectedRevenue = typedMoney(amount, this.currency || session.state.me.currency || 'EUR');
    if (expectedRevenue) body.expectedRevenue = expectedRevenue;
    if (customer?.id) body.customerId = customer.id;
    else if (customer?.name) body.customer = freshCustomer(customer);
    return body;
  }
}

customElements.define('crm-quick-create', CrmQuickCreate);
