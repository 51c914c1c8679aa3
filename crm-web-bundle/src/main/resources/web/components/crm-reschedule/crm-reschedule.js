import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { icon } from '../../lib/icons.js';
import { toast } from '../../lib/notices.js';
import { Popover } from '../../lib/popover.js';
import { title } from '../crm-activity/title.js';
import { laterDays, moveTo } from './later.js';

/** Moves one activity to a later day. */
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
          @click=${() => this.move(c.dueDate)}>${c.name}<span
            class="faint num">${c.when}</span></button>`)}
        <label class="field"><span>Another day</span><input type="date" .value=${this.activity.dueDate}
          @change=${e => { if (e.target.value) this.move(e.target.value); }}></label></div>` : ''}</div>`;
  }

  toggle = async () => {
    if (!this.panel.open) {
      try {
        this.choices = await laterDays(this.activity.id);
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
      this.emit('moved', await moveTo(this.activity, dueDate));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      toast({ text: problem.message });
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('crm-reschedule', CrmReschedule);
