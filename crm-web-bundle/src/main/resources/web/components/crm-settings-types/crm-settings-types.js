import { html, nothing } from 'lit';
import { all } from '../../lib/api.js';
import { KeptList } from '../../lib/kept-list.js';
import { Load } from '../../lib/load.js';
import { shown, skeleton } from '../../lib/states.js';
import { dueWords, nextWords, picture, typeBody, typeForm } from './form.js';

const byId = (a, b) => a.id - b.id;

/** The kinds of activities: when they are due, and what follows when one is done. */
class CrmSettingsTypes extends KeptList {
  path = '/activity-types';
  catalog = 'activityTypes';
  noun = 'type';
  load = new Load(this, async () => (await all('/activity-types')).sort(byId));

  render() {
    return html`<section class="panel">${this.head('Activity types',
      'What one can plan. A type in use stays on its activities when it is archived, and is no longer offered.')}
      ${shown(this.load, list => this.list(list), skeleton(6, 'rows'))}</section>`;
  }

  list(list) {
    const fresh = { ...Object.fromEntries(['outcomes', 'defaultSummary',
      'defaultNote'].filter(name => name in (list[0] || {})).map(name => [name, null])), dueUnit: 'days' };
    return html`<ul class="ordered">${list.filter(t => t.active !== false).map(t =>
      html`<li>${this.row(t, list)}${this.open === t.id ? this.editor(t, list) : nothing}</li>`)}</ul>
      ${this.open === 'new' ? html`<div class="ordered">${this.editor(fresh, list)}</div>` : nothing}
      ${this.archived(list.filter(t => t.active === false), { before: picture })}`;
  }

  row(t, list) {
    return html`<div class="ordered-row">${picture(t)}<b class="strong ordered-name">${t.name}</b><span
      class="muted">${[dueWords(t), nextWords(t, list)].filter(Boolean).join(' · ')}</span><span class="grow"></span>
      ${this.acts(t)}</div>`;
  }

  editor(type, list) {
    return super.editor(type, typeForm(type, list, this.form));
  }

  bodyOf(form) {
    return typeBody(form);
  }
}
customElements.define('crm-settings-types', CrmSettingsTypes);
