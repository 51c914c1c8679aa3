import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { has } from '../../lib/session.js';
import { lookAlikes } from './look-alikes.js';

/** "Looks like …", with links. It asks while one types and never stands in the way. */
class CrmDuplicates extends CrmElement {
  static properties = { email: {}, phone: {}, name: {}, contact: {}, takes: { type: Boolean }, found: { state: true } };

  willUpdate(changed) {
    if (changed.has('found') && changed.size === 1) return;
    const asked = JSON.stringify([this.contact?.id, this.email, this.phone, this.name]);
    if (asked === this.asked) return;
    this.asked = asked;
    clearTimeout(this.wait);
    if (has('pipeline')) this.wait = setTimeout(() => this.look(asked), 250);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.wait);
  }

  async look(asked) {
    const found = await lookAlikes({ contact: this.contact, email: this.email, phone: this.phone,
      name: this.name }).catch(() => []);
    if (asked === this.asked) this.found = found;
  }

  render() {
    return html`<div role="status">${this.found?.length
      ? html`<p class="look-alike">${icon('people')}<span>${this.contact?.id ? ''
        : 'Looks like '}${this.found.map((f, i) => html`${i ? ', ' : ''}${this.one(f)}`)}.</span></p>`
          : nothing}</div>`;
  }

  one({ contact, open, deals }) {
    const more = open - deals.length;
    const links = deals.map((d, i) => html`${i ? ', ' : ''}<a class="link" href="/opportunities/${d.id}"
      target="_blank">${d.name}</a>`);
    const work = open ? html`${plural(open, 'open opportunity', 'open opportunities')}: ${links}${more > 0
      ? ` and ${more} more` : ''}` : nothing;
    if (!contact) return work;
    return html`<a class="link" href="/contacts/${contact.id}"
      target="_blank">${contact.name}</a>${open ? html` (${work})` : nothing}${this.takes
        ? html` <button type="button" class="bare link" aria-label="Take ${contact.name}"
          @click=${() => this.emit('take', contact)}>Take this one</button>` : nothing}`;
  }
}
customElements.define('crm-duplicates', CrmDuplicates);
