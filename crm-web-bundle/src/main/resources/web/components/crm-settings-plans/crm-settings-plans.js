import { html, nothing } from 'lit';
import { all } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { KeptList } from '../../lib/kept-list.js';
import { Load } from '../../lib/load.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { planWords } from './lines.js';
import './editor.js';

/** Plans: several activities that are planned together, in one act. */
class CrmSettingsPlans extends KeptList {
  path = '/activity-plans';
  catalog = 'activityPlans';
  noun = 'plan';
  load = new Load(this, async () => {
    const [plans, types, users, teams] = await Promise.all([all('/activity-plans'), catalog.activityTypes(),
      catalog.users(), catalog.teams()]);
    return { plans, types, users, teams };
  });

  render() {
    return html`<section class="panel">${this.head('Plans',
      'Several activities that are planned together. What was started stays as it is when a plan is edited.')}
      ${shown(this.load, data => this.list(data), skeleton(3, 'rows'))}</section>`;
  }

  list(data) {
    return html`${this.open === 'new' ? html`<div class="ordered">${this.editor(null, data)}</div>` : nothing}
      ${!data.plans.length && !this.open ? empty('No plan yet.',
        'A plan saves scheduling the same steps again and again.') : nothing}
      <ul class="ordered">${data.plans.filter(p => p.active).map(p =>
        html`<li><div class="ordered-row"><b class="strong ordered-name">${p.name}</b><span
          class="muted">${planWords(p, data.types)}</span><span class="grow"></span>
        ${this.acts(p)}</div>${this.open === p.id ? this.editor(p, data) : nothing}</li>`)}</ul>
      ${this.archived(data.plans.filter(p => !p.active))}`;
  }

  editor(plan, data) {
    return html`<crm-plan-editor .plan=${plan} .data=${data} @shut=${() => this.shut(plan)}
      @saved=${async () => { await this.shut(plan); this.changed(); }}></crm-plan-editor>`;
  }
}
customElements.define('crm-settings-plans', CrmSettingsPlans);
