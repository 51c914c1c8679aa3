import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { catalog, forgetCatalog } from '../../lib/catalog.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { beside, empty, shown, skeleton } from '../../lib/states.js';
import { planWords } from './lines.js';
import './editor.js';

/** Plans: several activities that are planned together, in one act. */
class CrmSettingsPlans extends CrmElement {
  static properties = { open: { state: true }, refusal: { state: true } };

  load = new Load(this, async () => {
    const [plans, types, users, teams] = await Promise.all([all('/activity-plans'), catalog.activityTypes(), catalog.users(), catalog.teams()]);
    return { plans, types, users, teams };
  });

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><div class="row"><h2>Plans</h2><span class="grow"></span>${this.open === 'new' ? nothing : html`<button class="quiet" @click=${() => { this.open = 'new'; }}>${icon('plus')}Add a plan</button>`}</div>
      <p class="muted">Several activities that are planned together. What was started stays as it is when a plan is edited.</p>
      ${beside(this.refusal)}
      ${shown(this.load, data => this.list(data), skeleton(3, 'rows'))}</section>`;
  }

  list(data) {
    const used = data.plans.filter(p => p.active);
    const archived = data.plans.filter(p => !p.active);
    return html`${this.open === 'new' ? html`<div class="ordered">${this.editor(null, data)}</div>` : nothing}
      ${!data.plans.length && !this.open ? empty('No plan yet.', 'A plan saves scheduling the same steps again and again.') : nothing}
      <ul class="ordered">${used.map(p => html`<li><div class="ordered-row"><b class="strong ordered-name">${p.name}</b><span class="muted">${planWords(p, data.types)}</span><span class="grow"></span>
        <span class="ordered-acts"><button aria-label="Edit ${p.name}" aria-expanded=${this.open === p.id} @click=${() => { this.open = this.open === p.id ? null : p.id; }}>${icon('edit')}<span class="hide-s">Edit</span></button>
        <button aria-label="Archive ${p.name}" @click=${() => this.change(p, false)}>${icon('archive')}<span class="hide-s">Archive</span></button></span></div>${this.open === p.id ? this.editor(p, data) : nothing}</li>`)}</ul>
      ${archived.length ? html`<details class="archived"><summary>${plural(archived.length, 'archived plan')}</summary><ul class="ordered">${archived.map(p => html`<li><div class="ordered-row"><span class="ordered-name muted">${p.name}</span><span class="grow"></span>
        <span class="ordered-acts"><button aria-label="Use again: ${p.name}" @click=${() => this.change(p, true)}>Use again</button><button class="danger" aria-label="Delete ${p.name}" @click=${() => this.discard(p)}>Delete</button></span></div></li>`)}</ul></details>` : nothing}`;
  }

  editor(plan, data) {
    return html`<crm-plan-editor .plan=${plan} .data=${data} @shut=${() => this.shut(plan)} @saved=${async () => { await this.shut(plan); this.changed(); }}></crm-plan-editor>`;
  }

  async shut(plan) {
    this.open = null;
    await this.updateComplete;
    this.querySelector(plan ? `[aria-label="Edit ${CSS.escape(plan.name)}"]` : '.row .quiet')?.focus();
  }

  change(plan, active) {
    return this.act(async () => {
      await api.patch(`/activity-plans/${plan.id}`, { active }, plan.version);
      say(active ? `${plan.name} is offered again.` : `${plan.name} archived.`);
    });
  }

  discard(plan) {
    return this.act(async () => {
      await api.remove(`/activity-plans/${plan.id}`, plan.version);
      say(`${plan.name} deleted.`);
    });
  }

  async act(what) {
    this.refusal = null;
    try {
      await what();
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.refusal = problem.message;
    }
    this.changed();
  }

  changed() {
    forgetCatalog('activityPlans');
    this.load.run();
  }
}
customElements.define('crm-settings-plans', CrmSettingsPlans);
