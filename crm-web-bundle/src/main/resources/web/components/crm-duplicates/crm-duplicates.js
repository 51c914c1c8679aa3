import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { lookAlikes } from './look-alikes.js';

/** "Looks like …", with links. It asks while one types and never stands in the way. */
class CrmDuplicates extends CrmElement {
  static properties = { email: {}, phone: {}, name: {}, contact: {}, found: { state: true } };

  willUpdate(changed) {
    if (changed.has('found') && changed.size === 1) return;
    const asked = JSON.stringify([this.contact?.id, this.email, this.phone, this.name]);
    if (asked === this.asked) return;
    this.asked = asked;
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.look(asked), 250);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.wait);
  }

  async look(asked) {
    const found = await lookAlikes({ contact: this.contact, email: this.email, phone: this.phone, name: this.name }).catch(() => []);
    if (asked === this.asked) this.found = found;
  }

  render() {
    return html`<div role="status">${this.found?.length ? html`<p class="look-alike">${icon('people')}<span>${this.contact ? '' : 'Looks like '}${this.found.map((f, i) => html`${i ? ', ' : ''}<a class="link" href="/contacts/${f.contact.id}" target="_blank">${f.contact.name}</a>${f.open ? html` <span class="faint">(${f.deals.map((d, n) => html`${n ? ', ' : ''}<a class="link" href="/opportunities/${d.id}" target="_blank">${d.name}</a>`)}${f.open > f.deals.length ? ` and ${plural(f.open - f.deals.length, 'more open opportunity', 'more open opportunities')}` : ''})</span>` : nothing}`)}.</span></p>` : nothing}</div>`;
  }
}
customElements.define('crm-duplicates', CrmDuplicates);
