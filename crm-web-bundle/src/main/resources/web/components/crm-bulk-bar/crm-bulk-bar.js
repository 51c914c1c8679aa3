import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { number } from '../../lib/format.js';
import { iconButton } from '../../lib/bits.js';

const ACTS = [['move', 'Move to …'], ['won', 'Won'], ['lost', 'Lost'], ['restore', 'Restore'], ['assign', 'Assign'],
  ['tag', 'Tag'], ['delete', 'Delete']];

/** What can be done with the selected rows. */
class CrmBulkBar extends CrmElement {
  static properties = { count: {}, closed: {}, busy: {} };

  render() {
    return html`<div class="bulk" role="toolbar" aria-label="With the selected"><b
      class="num">${number(this.count)} selected</b>
      <span class="bulk-acts">${ACTS.filter(([act]) => act !== 'restore'
        || this.closed).map(([act, name]) => html`<button class=${act === 'delete' ? 'danger' : ''}
          ?disabled=${this.busy} @click=${() => this.emit('act', act)}>${name}</button>`)}</span>
      ${iconButton('close', 'Select none', () => this.emit('clear'), 'tight')}</div>`;
  }
}
customElements.define('crm-bulk-bar', CrmBulkBar);
