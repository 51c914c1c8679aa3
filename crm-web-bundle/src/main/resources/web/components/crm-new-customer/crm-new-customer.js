import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import '../crm-duplicates/crm-duplicates.js';

/**
 * Under a chosen customer: what is open with them already. Under a new one: their address and number, and who looks
 * like them; a look-alike can be taken instead. Tells `customer` with each change.
 */
class CrmNewCustomer extends CrmElement {
  static properties = { customer: {} };

  render() {
    const c = this.customer;
    if (!c) return nothing;
    if (c.id) return html`<crm-duplicates .contact=${c}></crm-duplicates>`;
    return html`<div class="row">${this.field('email', 'Email of the customer', 'email')}${this.field('phone',
      'Phone of the customer', 'tel')}</div>
      <crm-duplicates .email=${c.email} .phone=${c.phone} .name=${c.name} takes
        @take=${e => this.emit('customer', { id: e.detail.id, name: e.detail.name })}></crm-duplicates>`;
  }

  field(name, label, type) {
    return html`<input type=${type} aria-label=${label} placeholder=${label.split(' ')[0]} autocomplete="off"
      .value=${this.customer[name] || ''} @input=${e =>
        this.emit('customer', { ...this.customer, [name]: e.target.value })}>`;
  }
}
customElements.define('crm-new-customer', CrmNewCustomer);

/** As the server wants a new one: only what was written. */
export const freshCustomer = ({ name, email, phone }) =>
  ({ name, ...(email?.trim() ? { email: email.trim() } : {}), ...(phone?.trim() ? { phone: phone.trim() } : {}) });
