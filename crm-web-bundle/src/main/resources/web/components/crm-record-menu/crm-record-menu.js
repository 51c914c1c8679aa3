import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { ask } from '../../lib/dialogs.js';
import { icon } from '../../lib/icons.js';
import { toast } from '../../lib/notices.js';
import { Popover } from '../../lib/popover.js';
import { refused } from '../../lib/problem.js';
import { go } from '../../lib/router.js';
import '../crm-confirm/crm-confirm.js';
import '../crm-history/crm-history.js';

/**
 * What is rarely done with an opportunity: its way through the stages, its address, its end. Tells `refused` with the
 * reason.
 */
class CrmRecordMenu extends CrmElement {
  static properties = { opportunity: {} };

  panel = new Popover(this);

  render() {
    const item = (text, act, cls = '') => html`<button class=${cls}
      @click=${() => { this.panel.close(); act(); }}>${text}</button>`;
    return html`<div @keydown=${this.panel.key}>
      <button class="quiet icon" aria-expanded=${this.panel.open} aria-haspopup="true" aria-label="More" title="More"
        @click=${this.panel.toggle}>${icon('dots')}</button>
      <div class="menu" ?hidden=${!this.panel.open}>
        ${item('Stage history', () => ask('crm-history', { opportunity: this.opportunity }))}
        ${item('Copy link', () => this.copy())}
        ${this.opportunity.can?.delete === false ? nothing : item('Delete …', () => this.discard(), 'danger')}
      </div></div>`;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(new URL(`/opportunities/${this.opportunity.id}`, location.href).href);
      toast({ text: 'The link is copied.' });
    } catch {
      toast({ text: 'The browser does not allow copying; the link is in its address bar.' });
    }
  }

  async discard() {
    const o = this.opportunity;
    const sure = await ask('crm-confirm', { heading: `Delete ${o.name}?`,
      text: 'Its activities and its history go with it; the customer stays. This cannot be taken back.', word: 'Delete',
        danger: true });
    if (!sure) return;
    const problem = await refused(() => api.remove(`/opportunities/${o.id}`, o.version));
    if (problem) return void this.dispatchEvent(new CustomEvent('refused', { detail: problem.message }));
    go('/pipeline', { replace: true });
    toast({ text: 'Deleted', strong: o.name });
  }
}
customElements.define('crm-record-menu', CrmRecordMenu);
