import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { icon } from '../../lib/icons.js';
import { has } from '../../lib/session.js';
import '../crm-feed/crm-feed.js';
import '../crm-people/crm-people.js';

/** The side of a record where people talk: who follows it and all that happened, newest first. Tells `schedule` for the next activity. */
class CrmChatter extends CrmElement {
  static properties = { record: {} };

  render() {
    return html`<aside class="talk" aria-label="History and followers">
      <div class="talk-head"><h2>History</h2><span class="grow"></span>
        ${has('activity') ? html`<button class="talk-act" @click=${() => this.dispatchEvent(new CustomEvent('schedule'))}>${icon('clock')}Activity</button>` : nothing}
        <crm-people .record=${this.record}></crm-people></div>
      <crm-feed .record=${this.record}></crm-feed>
    </aside>`;
  }

  reload() {
    this.querySelector('crm-feed')?.reload();
  }
}
customElements.define('crm-chatter', CrmChatter);
