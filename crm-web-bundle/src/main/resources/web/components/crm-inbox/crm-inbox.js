import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { plural, number } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { inbox } from '../../lib/inbox.js';
import { later } from '../../lib/later.js';
import { live } from '../../lib/live.js';
import { Load } from '../../lib/load.js';
import { Popover } from '../../lib/popover.js';
import { shown, skeleton } from '../../lib/states.js';
import { Uses } from '../../lib/store.js';
import { notices } from './notices.js';

/** The bell: how many notices are unread, and the latest of them. */
class CrmInbox extends CrmElement {
  uses = new Uses(this, live);
  panel = new Popover(this);
  load = new Load(this, () => inbox.page({ limit: 12 }));

  connectedCallback() {
    super.connectedCallback();
    later(() => inbox.count().catch(() => {}));
  }

  render() {
    const unread = live.state.unread || 0;
    const words = unread ? plural(unread, 'unread notice') : 'No unread notices';
    return html`<div class="hang" @keydown=${this.panel.key}>
      <button class="icon work-button" aria-expanded=${this.panel.open} aria-haspopup="dialog"
        aria-label="Inbox: ${words}" title=${words}
          @click=${this.toggle}>${icon('bell')}${unread
            ? html`<span class="count num" aria-hidden="true">${unread > 99 ? '99+' : number(unread)}</span>`
              : nothing}</button>
      ${this.panel.open ? html`<div class="menu inbox-menu" role="dialog" aria-label="Inbox">
        <div class="row inbox-head"><b class="strong grow">Inbox</b>${unread
          ? html`<button class="bare link" @click=${this.readAll}>Mark all read</button>` : nothing}</div>
        ${shown(this.load, data => notices(data.items, () => this.panel.show(false)), skeleton(4, 'rows'))}
        <a data-first class="button quiet" href="/inbox" @click=${() => this.panel.show(false)}>All notices</a></div>`
          : nothing}</div>`;
  }

  toggle = () => {
    if (!this.panel.open) this.load.run();
    return this.panel.toggle();
  };

  readAll = async () => {
    await inbox.readAll();
    this.load.run();
  };
}
customElements.define('crm-inbox', CrmInbox);
