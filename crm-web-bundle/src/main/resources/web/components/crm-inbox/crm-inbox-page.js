import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { plural } from '../../lib/format.js';
import { inbox } from '../../lib/inbox.js';
import { live } from '../../lib/live.js';
import { Pages } from '../../lib/pages.js';
import { setQuery } from '../../lib/router.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { notices } from './notices.js';

/** All that one was told, newest first. */
class CrmInboxPage extends CrmElement {
  static properties = { query: {} };

  load = new Pages(this, cursor => inbox.page({ unread: this.query.get('unread') || undefined, limit: 50, cursor }));

  connectedCallback() {
    super.connectedCallback();
    this.told = () => { if (live.state.unread !== this.unread) { this.unread = live.state.unread; this.load.run(); } };
    live.addEventListener('change', this.told);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('change', this.told);
  }

  willUpdate(changed) {
    if (!changed.has('query') || this.address === this.query.toString()) return;
    this.address = this.query.toString();
    this.load.data = undefined;
    this.load.run();
  }

  render() {
    const only = this.query.get('unread') === 'true';
    return html`<div class="inbox-view"><div class="bar"><h1>Inbox</h1>
      <button class="chip" aria-pressed=${only} @click=${() =>
        setQuery({ unread: only ? null : 'true' })}>Unread</button>
      <span class="faint num" role="status">${live.state.unread ? plural(live.state.unread, 'unread notice')
        : 'All read'}</span><span class="grow"></span>
      ${live.state.unread ? html`<button class="quiet"
        @click=${async () => { await inbox.readAll(); this.load.run(); }}>Mark all read</button>` : nothing}</div>
      ${shown(this.load, ({ items }) => (items.length
        ? html`<div class="task-list inbox-list">${notices(items)}${this.load.end}</div>`
    : empty(only ? 'All read.' : 'Nothing yet.',
      'Updates on deals you follow, mentions and requests appear here.')),
        html`<div class="task-list">${skeleton(8, 'rows')}</div>`)}</div>`;
  }
}
customElements.define('crm-inbox-page', CrmInboxPage);
