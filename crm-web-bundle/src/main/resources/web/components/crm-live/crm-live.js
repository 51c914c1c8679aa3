import { html, nothing } from 'lit';
import { unreachable } from '../../lib/problem.js';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { icon } from '../../lib/icons.js';
import { live } from '../../lib/live.js';
import { notices } from '../../lib/notices.js';

const PATIENCE = 8000;

/**
 * Tells screen readers what happened: moves, refusals, what was taken back; and everyone when the line to the server is
 * down.
 */
class CrmLive extends CrmElement {
  static properties = { apart: { state: true } };
  uses = new Uses(this, notices, live);

  willUpdate() {
    const away = live.state.status === 'away';
    if (away && !this.timer) this.timer = setTimeout(() => { this.apart = true; }, PATIENCE);
    if (away) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.apart = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = null;
  }

  render() {
    return html`<div class="unseen" role="status" aria-live="polite">${notices.state.spoken}</div>
      ${this.apart ? html`<p class="apart small"
        role="status">${icon('clock')}${unreachable()} Changes by others appear when the connection is back.</p>`
      : nothing}`;
  }
}
customElements.define('crm-live', CrmLive);
