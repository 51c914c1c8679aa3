import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { Load } from '../../lib/load.js';
import { resumeDialog } from '../../lib/dialogs.js';
import { openActivities } from '../../lib/acts.js';
import { icon } from '../../lib/icons.js';
import { shown, skeleton } from '../../lib/states.js';
import { edit, schedule } from '../crm-activity-dialog/schedule.js';
import '../crm-activity/crm-activity.js';

/** What is planned for an opportunity, the nearest first. */
class CrmActivities extends CrmElement {
  static properties = { opportunity: {} };

  load = new Load(this, () => this.fetch());

  async fetch() {
    const list = await openActivities(this.opportunity);
    if (!this.load.data) setTimeout(() => resumeDialog({ schedule: () => this.plan(),
      activity: id => this.resume(list.find(a => a.id === id)) }));
    return list;
  }

  resume(activity) {
    if (activity) this.edit(activity);
  }

  willUpdate(changed) {
    if (changed.has('opportunity') && changed.get('opportunity')?.id !== this.opportunity.id) {
      this.load.data = undefined;
      this.load.run();
    }
  }

  render() {
    const list = this.load.data;
    return html`<section class="part" aria-labelledby="planned">
      <div class="part-head"><h2 id="planned">Planned activities ${list?.length
        ? html`<span class="faint num">${list.length}</span>` : nothing}</h2>
        ${this.opportunity.can?.edit === false ? nothing : html`<button
          @click=${this.plan}>${icon('plus')}Schedule</button>`}</div>
      ${shown(this.load, rows => this.rows(rows), skeleton(1, 'cards'))}
    </section>`;
  }

  rows(list) {
    if (!list.length) return html`<p class="nothing-planned faint">${this.opportunity.outcome === 'open'
      ? 'No next step. An opportunity without one is easily forgotten.' : 'Nothing is planned.'}</p>`;
    const sorted = [...list].sort((a, b) => a.dueDate.localeCompare(b.dueDate) || a.id - b.id);
    return html`<ul>${repeat(sorted, a => a.id, a =>
      html`<li><crm-activity .activity=${a} @done=${this.changed}
        @edit=${() => this.edit(a)}></crm-activity></li>`)}</ul>`;
  }

  async plan() {
    if (await schedule(this.opportunity)) this.changed();
  }

  async edit(activity) {
    if (await edit(activity)) this.changed();
  }

  /** What had the focus may be gone with its row: the next one takes it, or the button that plans one. */
  async changed() {
    this.emit('acted');
    await this.load.run();
    await this.updateComplete;
    await Promise.all([...this.querySelectorAll('crm-activity')].map(a => a.updateComplete));
    if (document.activeElement === document.body) (this.querySelector('.act-done')
      || this.querySelector('.part-head button'))?.focus();
  }

  reload() {
    this.load.run();
  }
}
customElements.define('crm-activities', CrmActivities);
