import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { notices } from '../../lib/notices.js';

/** Tells screen readers what happened: moves, refusals, what was taken back. */
class CrmLive extends CrmElement {
  uses = new Uses(this, notices);

  render() {
    return html`<div class="unseen" role="status" aria-live="polite">${notices.state.spoken}</div>`;
  }
}
customElements.define('crm-live', CrmLive);
