import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { icon } from '../../lib/icons.js';
import { refused } from '../../lib/problem.js';
import { beside, skeleton } from '../../lib/states.js';
import { complete, schedule } from '../crm-activity-dialog/schedule.js';
import { title } from '../crm-activity/title.js';
import { laterDays, moveTo } from '../crm-reschedule/later.js';

/**
 * What one does about a card's next step, at its chip: done, on another day, or one more. It lies above the page, for
 * a column clips what leaves it. Answers true when something was done.
 */
class CrmNextMenu extends CrmElement {
  static properties = { activity: { state: true }, choices: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.from = document.activeElement;
    this.popover = 'auto';
    this.addEventListener('toggle', e => { if (e.newState === 'closed' && !this.asking) this.close(); });
    this.showPopover();
    this.place();
    this.ask();
  }

  async ask() {
    this.problem = await refused(async () => {
      const [activity, choices] = await Promise.all([api.get(`/activities/${this.activityId}`),
        laterDays(this.activityId)]);
      Object.assign(this, { activity, choices });
    });
    await this.updateComplete;
    this.place();
    this.querySelector('button')?.focus();
  }

  /** Under the chip, or over it where there is no room. */
  place() {
    const at = this.anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this;
    const below = at.bottom + 4 + height < innerHeight;
    this.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    this.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - height - 4)}px`;
  }

  render() {
    const a = this.activity;
    return html`<div class="next-menu" role="dialog" aria-label="Next step of ${this.opportunity.name}">
      ${a ? html`<p class="strong next-title">${title(a)}</p>
        <button @click=${this.done}>${icon('check')}Done …</button>
        ${(this.choices || []).map(c => html`<button
          @click=${() => this.move(c.dueDate)}>${icon('right')}${c.name}<span
          class="grow"></span><span class="faint num">${c.when}</span></button>`)}
        <label class="field"><span>Another day</span><input type="date" .value=${a.dueDate}
          @change=${e => { if (e.target.value) this.move(e.target.value); }}></label>
        <button @click=${this.plan}>${icon('plus')}Schedule another …</button>` : this.problem ? nothing
          : skeleton(4, 'rows')}
      ${beside(this.problem?.message)}</div>`;
  }

  done = async () => {
    const { activity } = this;
    this.hide();
    this.close(!!await complete(activity));
  };

  plan = async () => {
    this.hide();
    this.close(!!await schedule(this.opportunity));
  };

  async move(dueDate) {
    this.problem = await refused(() => moveTo(this.activity, dueDate));
    if (!this.problem) this.close(true);
  }

  /** Makes room for a dialog, whose answer is its own. */
  hide() {
    this.asking = true;
    this.hidePopover();
    this.from?.focus();
  }

  close(answer = false) {
    if (!this.isConnected) return;
    const inside = this.contains(document.activeElement);
    this.remove();
    if (inside) this.from?.focus();
    this.resolve(answer);
  }
}
customElements.define('crm-next-menu', CrmNextMenu);
