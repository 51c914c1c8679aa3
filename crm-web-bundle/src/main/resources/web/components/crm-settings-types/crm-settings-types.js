import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { forgetCatalog } from '../../lib/catalog.js';
import { Form } from '../../lib/form.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import { dueWords, nextWords, picture, typeBody, typeForm } from './form.js';

const byId = (a, b) => a.id - b.id;

/** The kinds of activities: when they are due, and what follows when one is done. */
class CrmSettingsTypes extends CrmElement {
  static properties = { open: { state: true }, refusal: { state: true } };

  load = new Load(this, async () => (await all('/activity-types')).sort(byId));
  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><div class="row"><h2>Activity types</h2><span class="grow"></span>${this.open === 'new' ? nothing : html`<button class="quiet" @click=${() => this.edit('new')}>${icon('plus')}Add a type</button>`}</div>
      <p class="muted">What one can plan. A type in use stays on its activities when it is archived, and is no longer offered.</p>
      ${beside(this.refusal)}
      ${shown(this.load, list => this.list(list), skeleton(6, 'rows'))}</section>`;
  }

  list(list) {
    const archived = list.filter(t => t.active === false);
    const fresh = { ...Object.fromEntries(['outcomes', 'defaultSummary', 'defaultNote'].filter(name => name in (list[0] || {})).map(name => [name, null])), dueUnit: 'days' };
    return html`<ul class="ordered">${list.filter(t => t.active !== false).map(t => html`<li>${this.row(t, list)}${this.open === t.id ? this.editor(t, list) : nothing}</li>`)}</ul>
      ${this.open === 'new' ? html`<div class="ordered">${this.editor(fresh, list)}</div>` : nothing}
      ${archived.length ? html`<details class="archived"><summary>${plural(archived.length, 'archived type')}</summary><ul class="ordered">${archived.map(t => html`<li><div class="ordered-row">${picture(t)}<span class="ordered-name muted">${t.name}</span><span class="grow"></span>
        <span class="ordered-acts"><button aria-label="Use again: ${t.name}" @click=${() => this.change(t, { active: true }, `${t.name} is offered again.`)}>Use again</button><button class="danger" aria-label="Delete ${t.name}" @click=${() => this.discard(t)}>Delete</button></span></div></li>`)}</ul></details>` : nothing}`;
  }

  row(t, list) {
    return html`<div class="ordered-row">${picture(t)}<b class="strong ordered-name">${t.name}</b><span class="muted">${[dueWords(t), nextWords(t, list)].filter(Boolean).join(' · ')}</span><span class="grow"></span>
      <span class="ordered-acts"><button aria-label="Edit ${t.name}" aria-expanded=${this.open === t.id} @click=${() => this.edit(t.id)}>${icon('edit')}<span class="hide-s">Edit</span></button>
      <button aria-label="Archive ${t.name}" @click=${() => this.change(t, { active: false }, `${t.name} archived.`)}>${icon('archive')}<span class="hide-s">Archive</span></button></span></div>`;
  }

  editor(type, list) {
    return html`<form class="add-form" novalidate aria-label=${type.id ? `Edit ${type.name}` : 'New type'} @submit=${e => this.save(e, type)} @keydown=${e => { if (e.key === 'Escape') this.shut(type); }}>${typeForm(type, list, this.form)}
      <div class="row"><button class="primary" ?disabled=${this.form.busy}>${type.id ? 'Save' : 'Add'}</button><button type="button" @click=${() => this.shut(type)}>Cancel</button></div></form>`;
  }

  async edit(id) {
    this.open = this.open === id ? null : id;
    this.form.show(false, null);
    await this.updateComplete;
    this.querySelector('.add-form input')?.focus();
  }

  async shut(type) {
    this.open = null;
    await this.updateComplete;
    this.querySelector(type.id ? `[aria-label="Edit ${CSS.escape(type.name)}"]` : '.row .quiet')?.focus();
  }

  async save(event, type) {
    event.preventDefault();
    const body = typeBody(event.target);
    const ok = await this.form.send(() => (type.id ? api.patch(`/activity-types/${type.id}`, body, type.version) : api.create('/activity-types', body)));
    if (!ok) return;
    say(`${body.name} saved.`);
    await this.shut(type);
    this.changed();
  }

  change(type, body, said) {
    return this.act(async () => {
      await api.patch(`/activity-types/${type.id}`, body, type.version);
      say(said);
    });
  }

  discard(type) {
    return this.act(async () => {
      await api.remove(`/activity-types/${type.id}`, type.version);
      say(`${type.name} deleted.`);
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
    forgetCatalog('activityTypes');
    this.load.run();
  }
}
customElements.define('crm-settings-types', CrmSettingsTypes);
