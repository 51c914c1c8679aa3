import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { go, route, setQuery } from '../../lib/router.js';
import { icon } from '../../lib/icons.js';
import { has } from '../../lib/session.js';
import { find } from './finds.js';

const PAUSE = 180;   // ms without typing before the server is asked

/**
 * Search and jump: opportunities, contacts and pages, by what one remembers of them. On a phone it unfolds over the
 * head.
 */
class CrmSearch extends CrmElement {
  static properties = { found: { state: true }, at: { state: true }, text: { state: true }, unfolded: { state: true } };

  render() {
    const open = !!this.found;
    return html`<button type="button" class="icon find-open" aria-label="Search" aria-expanded=${!!this.unfolded}
      @click=${this.unfold}>${icon('find')}</button>
      <div class="find ${this.unfolded ? 'unfolded' : ''}" role="search"
        @focusout=${e => { if (!this.contains(e.relatedTarget)) this.shut(); }}>
        ${icon('find')}
        <input type="search" role="combobox" aria-label="Search or jump to" placeholder="Search or jump to"
          autocomplete="off"
          aria-expanded=${open} aria-controls="found" aria-autocomplete="list"
            aria-activedescendant=${open && this.rows.length ? `found-${this.at}` : nothing}
          .value=${this.text || ''} @input=${this.type} @keydown=${this.key}>
        <kbd aria-hidden="true">/</kbd>
        <div id="found" class="menu" role="listbox" aria-label="Found"
          ?hidden=${!open}>${open ? this.groups() : nothing}</div>
      </div>`;
  }

  groups() {
    let at = 0;
    return html`${this.found.map(group => html`<div role="group" aria-label=${group.name}>
        <div class="found-group"
          role="presentation">${group.name}</div>${group.rows.map(row => this.option(row, at++, row.draw()))}</div>`)}
      ${this.found.length ? nothing : html`<p class="none-found muted" role="presentation">No results</p>`}
      ${has('pipeline') ? this.option({ href: this.everywhere, all: true }, at,
        html`${icon('filter')}<span class="ellipsis">All with “${this.text.trim()}” in the pipeline</span>`)
          : nothing}`;
  }

  option(row, at, body) {
    return html`<a role="option" id="found-${at}" tabindex="-1" class=${row.all ? 'all-found' : ''} href=${row.href}
      aria-selected=${at === this.at} @click=${this.shut}>${body}</a>`;
  }

  get rows() {
    return [...(this.found || []).flatMap(group => group.rows),
      ...(has('pipeline') ? [{ href: this.everywhere, all: true }] : [])];
  }

  get everywhere() {
    return `/pipeline?q=${encodeURIComponent((this.text || '').trim())}`;
  }

  unfold = async () => {
    this.unfolded = true;
    await this.updateComplete;
    this.querySelector('input').focus();
  };

  type(event) {
    this.text = event.target.value;
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const q = this.text.trim();
    if (!q) {
      this.found = null;
      return;
    }
    const found = await find(q);
    if (this.text.trim() === q && this.contains(document.activeElement)) {
      this.found = found;
      this.at = 0;
    }
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { rows } = this;
    if (step && this.found && rows.length) {
      event.preventDefault();
      this.at = (this.at + step + rows.length) % rows.length;
      this.updateComplete.then(() => this.querySelector(`#found-${this.at}`)?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && this.text) {
      const row = this.found ? rows[this.at] : rows.at(-1);
      if (row?.all && route.state.view === 'board') setQuery({ q: this.text.trim() });
      else if (row) go(row.href);
      this.shut();
    } else if (event.key === 'Escape') {
      this.shut();
      event.target.blur();
    }
  }

  shut() {
    clearTimeout(this.wait);
    Object.assign(this, { found: null, text: '', unfolded: false });
  }
}
customElements.define('crm-search', CrmSearch);
