import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { icon } from '../../lib/icons.js';

let made = 0;

/** Finds one of many by typing: a customer, a colleague, a team. With `allow-new` what was typed may be a new one. */
class CrmPicker extends CrmElement {
  static properties = {
    label: {}, placeholder: {}, value: {}, search: {}, allowNew: { type: Boolean, attribute: 'allow-new' },
      found: { state: true }, at: { state: true }, text: { state: true },
  };

  constructor() {
    super();
    this.list = `picker-${++made}`;
  }

  render() {
    const rows = this.rows();
    return html`<div class="picker" @focusout=${e => { if (!this.contains(e.relatedTarget)) this.leave(); }}>
      <input role="combobox" aria-label=${this.label} placeholder=${this.placeholder || ''} autocomplete="off"
        aria-expanded=${!!this.found} aria-controls=${this.list} aria-autocomplete="list"
        aria-activedescendant=${this.found && rows.length ? `${this.list}-${this.at}` : nothing}
        .value=${this.text ?? this.value?.name ?? ''} @input=${e => this.type(e.target.value)}
          @focus=${e => e.target.select()} @click=${() => this.found || this.look(this.text ?? '')}
            @keydown=${this.key}>
      <div class="menu" id=${this.list} role="listbox" aria-label=${this.label}
        ?hidden=${!this.found || !rows.length}>${rows.map((row, i) => html`
        <div role="option" id="${this.list}-${i}" class="pick" aria-selected=${i === this.at}
          @pointerdown=${e => e.preventDefault()} @click=${() => this.pick(row)}>
          ${row.id ? html`<span class="ellipsis">${row.name}${row.sub ? html` <span class="faint">${row.sub}</span>`
            : nothing}</span>` : html`${icon('plus')}<span
              class="ellipsis">New: <b>${row.name}</b></span>`}</div>`)}</div>
    </div>`;
  }

  rows() {
    const found = this.found || [];
    const text = this.text?.trim();
    const fresh = this.allowNew && text && !found.some(f => f.name.toLowerCase() === text.toLowerCase());
    return fresh ? [...found, { name: text }] : found;
  }

  type(text) {
    this.text = text;
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.look(text), 160);
  }

  async look(text) {
    const found = await this.search(text.trim()).catch(() => []);
    if (!this.contains(document.activeElement)) return;
    this.found = found;
    this.at = 0;
  }

  key(event) {
    const rows = this.rows();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!this.found) this.look(this.text ?? '');
      else if (rows.length) this.at = (this.at + step + rows.length) % rows.length;
    } else if (event.key === 'Enter' && this.found && this.text !== undefined && rows[this.at]) {
      event.preventDefault();
      this.pick(rows[this.at]);
    } else if (event.key === 'Escape' && this.found) {
      event.preventDefault();
      this.shut();
    }
  }

  pick(row) {
    this.value = row.id ? { id: row.id, name: row.name, ...(row.kind ? { kind: row.kind } : {}) } : { name: row.name };
    this.shut();
    this.emit('pick', this.value);
  }

  /** Leaving with text that was not chosen: a new one where that is allowed, else the old value comes back. */
  leave() {
    const text = this.text?.trim();
    if (text === '' && this.value) {
      this.value = null;
      this.emit('pick', null);
    } else if (text && this.allowNew && text !== this.value?.name) {
      const same = (this.found || []).find(f => f.name.toLowerCase() === text.toLowerCase());
      return this.pick(same || { name: text });
    }
    return this.shut();
  }

  shut() {
    clearTimeout(this.wait);
    this.found = undefined;
    this.text = undefined;
  }
}
customElements.define('crm-picker', CrmPicker);
