import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { day } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { say, toast } from '../../lib/notices.js';
import { Popover } from '../../lib/popover.js';
import { title } from '../crm-activity/title.js';

const NAMES = { day: 'A day later', monday: 'Next Monday', week: 'A week later' };

/** Moves one activity to a later day: the days at hand are the server's, in the assignee's zone and working week. */
class CrmReschedule extends CrmElement {
  static properties = { activity: {}, choices: { state: true }, busy: { state: true } };

  panel = new Popover(this);

  render() {
    return html`<div class="hang" @keydown=${this.panel.key}>
      <button class="icon" aria-expanded=${this.panel.open} aria-haspopup="dialog" title="Reschedule"
        aria-label="Reschedule: ${title(this.activity)}" ?disabled=${this.busy}
          @click=${this.toggle}>${icon('meet')}</button>
      ${this.panel.open ? html`<div class="menu later-menu" role="dialog"
        aria-label="Reschedule ${title(this.activity)}">
        ${(this.choices || []).map((c, i) => html`<button ?data-first=${i === 0}
          @click=${() => this.move(c.dueDate)}>${NAMES[c.key] || c.key}<span
            class="faint num">${day(c.dueDate, { weekday: 'short' })}</span></button>`)}
        <label class="field"><span>Another day</span><input type="date" .value=${this.activity.dueDate}
          @change=${e => { if (e.target.value) this.move(e.target.value); }}></label></div>` : ''}</div>`;
  }

  toggle = async () => {
    if (!this.panel.open) {
      try {
        this.choices = (await api.get(`/activities/${this.activity.id}/reschedule-choices`)).choices;
      } catch (problem) {
        if (problem.status === undefined) throw problem;
        this.choices = [];
      }
    }
    return this.panel.toggle();
  };

  async move(dueDate) {
    this.panel.close();
    this.busy = true;
    try {
      const answer = await api.patch(`/activities/${this.activity.id}`, { dueDate }, this.activity.version);
      say(`${title(this.activity)} is due ${day(dueDate)}.`);
      this.emit('moved', answer);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      toast({ text: problem.message });
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('crm-reschedule', CrmReschedule);
