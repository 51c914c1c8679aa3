import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { day, longDay, today } from '../../lib/format.js';
import { typeIcon } from '../../lib/icons.js';
import { beside } from '../../lib/states.js';
import { title } from '../crm-activity/title.js';

/**
 * Offers the plans, and shows what the chosen one would plan and when. Tells `plan` with {id, name, date, key}, or null
 * for none.
 */
class CrmPlans extends CrmElement {
  static properties = { record: {}, value: {}, plans: { state: true }, told: { state: true },
    problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    catalog.activityPlans().then(list => { this.plans = list; }, problem => { this.problem = problem; });
  }

  willUpdate() {
    const wanted = this.value && this.record ? `${this.value.id} ${this.value.date} ${this.record.id}` : null;
    if (wanted === this.asked) return;
    this.asked = wanted;
    this.told = null;
    this.problem = null;
    if (wanted) this.preview(wanted);
  }

  render() {
    if (!this.plans?.length || !this.record) return nothing;
    const { value } = this;
    return html`<div class="pair"><label class="field"><span>Use a plan</span><select
      @change=${e => this.choose(Number(e.target.value))}><option value="0"
        ?selected=${!value}>no, one activity</option>${this.plans.map(p =>
          html`<option value=${p.id} ?selected=${p.id === value?.id}>${p.name}</option>`)}</select></label>
        ${value ? html`<label class="field"><span>Starting on</span><input type="date" .value=${value.date}
          @change=${e => this.pick({ ...value, date: e.target.value || today() })}></label>` : nothing}</div>
      ${value && this.told ? html`<ul class="plan-lines"
        aria-label="What is planned">${this.told.activities.map(a =>
          html`<li>${typeIcon(a.type)}<span class="plan-what">${title(a)} <span
            class="faint small">${a.assignee?.name || a.team?.name || ''}</span></span><span class="grow"></span>
        <time datetime=${a.dueDate} title=${a.dueExplanation
          || longDay(a.dueDate)}>${day(a.dueDate, { weekday: 'short' })}</time></li>`)}</ul>` : nothing}
      ${beside(reason(this.problem))}`;
  }

  choose(id) {
    const plan = this.plans.find(p => p.id === id);
    this.pick(plan ? { id, name: plan.name, date: today() } : null);
  }

  /** Another choice is another act, so it has a key of its own. */
  pick(value) {
    this.emit('plan', value && { ...value, key: crypto.randomUUID() });
  }

  async preview(wanted) {
    const { value, record } = this;
    try {
      const told = await api.preview(`/activity-plans/${value.id}/launches`, { record, date: value.date });
      if (wanted === this.asked) this.told = told;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (wanted === this.asked) this.problem = problem;
    }
  }
}
customElements.define('crm-plans', CrmPlans);

/** A line that cannot be planned is named by the server; all of them are said. */
export const reason = problem => problem && (problem.fields.map(f => f.message).join(' ') || problem.message);

/** Plans all of it in one act. */
export const launch = (plan, record) => api.create(`/activity-plans/${plan.id}/launches`, { record, date: plan.date },
  plan.key);
