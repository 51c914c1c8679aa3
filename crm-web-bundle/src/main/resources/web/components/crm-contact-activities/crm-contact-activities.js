import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Load } from '../../lib/load.js';
import { Pages } from '../../lib/pages.js';
import { plural } from '../../lib/format.js';
import { Renews } from '../../lib/live.js';
import { shown, skeleton } from '../../lib/states.js';
import { OPEN } from '../crm-activity/states.js';
import { title } from '../crm-activity/title.js';
import { taskKey } from '../crm-task/crm-task.js';

const DONE = 10;   // of the past the latest are enough here

/** What is planned for a contact's opportunities, the nearest first, and what was done for them lately. */
class CrmContactActivities extends CrmElement {
  static properties = { contact: {} };

  open = new Pages(this, cursor => this.page({ state: OPEN, limit: 50, count: cursor ? undefined : true, cursor }));
  done = new Load(this, () => this.page({ state: 'done', sort: '-dueDate', limit: DONE }));
  renews = new Renews(this, () => this.again());

  page(params) {
    return api.get('/activities', { customer: this.contact.id, ...params });
  }

  willUpdate(changed) {
    if (!changed.has('contact') || changed.get('contact')?.id === this.contact.id) return;
    this.open.data = undefined;
    this.done.data = undefined;
    this.open.run();
    this.done.run();
  }

  again() {
    this.open.renew();
    this.done.run();
  }

  render() {
    const { total } = this.open.data || {};
    return html`<section class="part" aria-labelledby="contact-planned"><h2 id="contact-planned">Activities
        ${total ? html`<span class="faint num" aria-label=${plural(total, 'planned activity',
          'planned activities')}>${total}</span>` : nothing}</h2>
      ${shown(this.open, ({ items }) => (items.length ? html`${this.tasks(items, 'Planned activities')}${this.open.end}`
        : html`<p class="faint">Nothing is planned.</p>`), skeleton(2, 'rows'))}</section>
      ${this.done.data?.items.length ? html`<section class="part" aria-labelledby="contact-done"><h2
        id="contact-done">Done lately</h2>${this.tasks(this.done.data.items, 'Done lately')}</section>` : nothing}`;
  }

  tasks(items, label) {
    return html`<ul class="task-list" aria-label=${label} @keydown=${e => taskKey(e, this)}>${repeat(items, a => a.id,
      a => html`<li class="task-row" data-row=${a.id} tabindex="0" 
        aria-label="${title(a)}, ${a.recordTitle || ''}"><span
        class="pick-none"></span><crm-task .activity=${a}
        @acted=${() => this.again()}></crm-task></li>`)}</ul>`;
  }
}
customElements.define('crm-contact-activities', CrmContactActivities);
