import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { icon } from '../../lib/icons.js';
import { has } from '../../lib/session.js';
import '../crm-composer/crm-composer.js';
import '../crm-feed/crm-feed.js';
import '../crm-people/crm-people.js';

/**
 * The side of a record where people talk: writing, who follows it, and all that happened. Tells `schedule` for the
 * next activity.
 */
class CrmChatter extends CrmElement {
  static properties = { record: {}, kind: { state: true }, reply: { state: true } };

  constructor() {
    super();
    this.kind = 'message';
  }

  render() {
    const tab = (kind, name, word, title) => html`<button class="talk-tab ${kind}" aria-pressed=${this.kind === kind}
      title=${this.reply && this.kind !== kind ? `A reply to a ${this.kind} stays a ${this.kind}` : title}
        ?disabled=${this.reply && this.kind !== kind}
      @click=${() => this.composer.choose(kind)}>${icon(name)}${word}</button>`;
    return html`<aside class="talk" aria-label="History and followers">
      <div class="talk-head"><h2 class="unseen">History</h2>
        ${tab('message', 'mail', 'Message', 'Goes to the customer')}${tab('note', 'edit', 'Note',
          'Internal, for colleagues only')}
        ${has('activity') ? html`<button class="talk-tab"
          @click=${() => this.dispatchEvent(new CustomEvent('schedule'))}>${icon('clock')}Activity</button>` : nothing}
        <span class="grow"></span>
        <crm-people .record=${this.record} @followers=${() => this.composer.refresh()}></crm-people></div>
      <crm-composer .record=${this.record} @kind=${e => Object.assign(this, e.detail)}
        @posted=${this.posted}></crm-composer>
      <crm-feed .record=${this.record} @reply=${e => this.composer.reply(e.detail.entry, e.detail.text)}></crm-feed>
    </aside>`;
  }

  get composer() {
    return this.querySelector('crm-composer');
  }

  /** What was just written is shown, also when one was reading far back. */
  posted() {
    const feed = this.querySelector('crm-feed');
    if (feed.load.data?.apart) feed.latest();
    this.reload();
  }

  reload() {
    this.querySelector('crm-feed')?.reload();
    this.querySelector('crm-people')?.reload();
  }
}
customElements.define('crm-chatter', CrmChatter);
