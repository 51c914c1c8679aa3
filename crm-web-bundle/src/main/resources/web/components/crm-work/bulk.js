import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { nextMonday, plural } from '../../lib/format.js';
import { together } from '../../lib/effects.js';
import { toast } from '../../lib/notices.js';
import { findUsers } from '../../lib/people.js';
import { refusedOf } from '../../lib/refusals.js';
import { title } from '../crm-activity/title.js';
import '../crm-picker/crm-picker.js';

/** One act on the chosen activities; what is refused is told row by row, the others are done. */
class CrmWorkBulk extends CrmElement {
  static properties = { activities: {}, busy: { state: true }, assigning: { state: true } };

  render() {
    return html`<div class="bulk" role="toolbar" aria-label="For what is selected"><b>${plural(this.activities.length,
      'activity', 'activities')}</b>
      ${this.assigning ? html`<crm-picker label="Assign to" placeholder="Assign to …" .search=${findUsers}
        @pick=${e => this.send({ action: 'reassign', assigneeId: e.detail.id }, 'reassigned')}></crm-picker><button
          class="quiet" @click=${() => { this.assigning = false; }}>Back</button>`
    : html`<span class="bulk-acts"><button ?disabled=${this.busy}
      @click=${() => this.send({ action: 'done' }, 'done')}>Done</button>
      <button ?disabled=${this.busy} @click=${() =>
        this.send({ action: 'reschedule', days: 1 }, 'a day later')}>+1 day</button>
      <button ?disabled=${this.busy} @click=${() =>
        this.send({ action: 'reschedule', days: 7 }, 'a week later')}>+1 week</button>
      <button ?disabled=${this.busy} @click=${() =>
        this.send({ action: 'reschedule', dueDate: nextMonday() }, 'moved to Monday')}>Next Monday</button>
      <button ?disabled=${this.busy} @click=${() => { this.assigning = true; }}>Reassign</button>
      <button ?disabled=${this.busy} @click=${() => this.send({ action: 'cancel' }, 'cancelled')}>Cancel</button></span>
      <button class="icon" aria-label="Select none" title="Select none"
        @click=${() => this.emit('left')}>✕</button>`}</div>`;
  }

  async send(body, words) {
    this.busy = true;
    try {
      const names = new Map(this.activities.map(a => [a.id, title(a)]));
      const answer = await api.act('/activities/bulk', { ids: [...names.keys()], partial: true, ...body });
      toast({ text: `${plural(answer.done, 'activity', 'activities')} ${words}.`, effects: together(answer),
        undo: answer.undo });
      this.assigning = false;
      this.emit('acted', refusedOf(answer, id => names.get(id)));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      toast({ text: problem.message });
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('crm-work-bulk', CrmWorkBulk);
