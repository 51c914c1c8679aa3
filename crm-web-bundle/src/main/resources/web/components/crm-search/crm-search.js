import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { go } from '../../lib/router.js';
import { icon } from '../../lib/icons.js';
import { money } from '../../lib/format.js';

/** Search and jump: opportunities by what one remembers of them. */
class CrmSearch extends CrmElement {
  static properties = { found: { state: true }, at: { state: true }, text: { state: true } };

  render() {
    const open = !!this.found;
    return html`<div class="find" role="search" @focusout=${e => { if (!this.contains(e.relatedTarget)) this.shut(); }}>
      ${icon('find')}
      <input type="search" role="combobox" aria-label="Search opportunities" placeholder="Search or jump to" autocomplete="off" aria-expanded=${open} aria-controls="found" aria-autocomplete="list"
        aria-activedescendant=${open && this.found.length ? `found-${this.at}` : nothing} .value=${this.text || ''} @input=${this.type} @keydown=${this.key}>
      <kbd aria-hidden="true">/</kbd>
      <div id="found" class="menu" role="listbox" aria-label="Found" ?hidden=${!open}>${(this.found || []).map((o, i) => html`
        <a role="option" id="found-${i}" tabindex="-1" href="/opportunities/${o.id}" aria-selected=${i === this.at} @click=${this.shut}>
          <span class="ellipsis">${o.name}<span class="faint"> ${o.customer?.name}</span></span><span class="num faint">${money(o.expectedRevenue)}</span></a>`)}
        ${open && !this.found.length ? html`<span class="faint none-found" role="option" aria-selected="false">Nothing found</span>` : nothing}</div>
    </div>`;
  }

  type(event) {
    this.text = event.target.value;
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.look(), 180);
  }

  async look() {
    const q = this.text.trim();
    if (!q) return this.shut();
    const page = await api.get('/opportunities', { q, limit: 8 }).catch(() => ({ items: [] }));
    if (this.text.trim() === q && this.contains(document.activeElement)) {
      this.found = page.items;
      this.at = 0;
    }
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found?.length) {
      event.preventDefault();
      this.at = (this.at + step + this.found.length) % this.found.length;
    } else if (event.key === 'Enter' && this.text) {
      const hit = this.found?.[this.at];
      go(hit ? `/opportunities/${hit.id}` : `/pipeline?q=${encodeURIComponent(this.text.trim())}`);
      this.shut();
    } else if (event.key === 'Escape') {
      this.shut();
      event.target.blur();
    }
  }

  shut() {
    clearTimeout(this.wait);
    this.found = null;
    this.text = '';
  }
}
customElements.define('crm-search', CrmSearch);
