import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { go, route, setQuery } from '../../lib/router.js';
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
        aria-activedescendant=${open ? `found-${this.at}` : nothing} .value=${this.text || ''} @input=${this.type} @keydown=${this.key}>
      <kbd aria-hidden="true">/</kbd>
      <div id="found" class="menu" role="listbox" aria-label="Found" ?hidden=${!open}>${(this.found || []).map((o, i) => html`
        <a role="option" id="found-${i}" tabindex="-1" href="/opportunities/${o.id}" aria-selected=${i === this.at} @click=${this.shut}>
          <span class="ellipsis">${o.name}<span class="faint"> ${o.customer?.name}</span></span><span class="num faint">${money(o.expectedRevenue)}</span></a>`)}
        ${open ? html`<a role="option" id="found-${this.found.length}" tabindex="-1" class="all-found" href=${this.everywhere} aria-selected=${this.at === this.found.length} @click=${this.shut}>${icon('filter')}<span class="ellipsis">${this.found.length ? 'All' : 'Nothing found; all'} with “${this.text.trim()}” in the pipeline</span></a>` : nothing}</div>
    </div>`;
  }

  get everywhere() {
    return `/pipeline?q=${encodeURIComponent((this.text || '').trim())}`;
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
    if (step && this.found) {
      event.preventDefault();
      const rows = this.found.length + 1;
      this.at = (this.at + step + rows) % rows;
    } else if (event.key === 'Enter' && this.text) {
      const hit = this.found?.[this.at];
      if (hit) go(`/opportunities/${hit.id}`);
      else if (route.state.view === 'board') setQuery({ q: this.text.trim() });
      else go(this.everywhere);
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
