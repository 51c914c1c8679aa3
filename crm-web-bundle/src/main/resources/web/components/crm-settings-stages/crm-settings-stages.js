import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { catalog, forgetCatalog } from '../../lib/catalog.js';
import { ask } from '../../lib/dialogs.js';
import { Form } from '../../lib/form.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { say, toast } from '../../lib/notices.js';
import { dot } from '../../lib/palette.js';
import { renumbered, Reorder } from '../../lib/reorder.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import { KINDS, stageBody, stageForm } from './form.js';
import '../crm-archive-dialog/crm-archive-dialog.js';

const byPlace = (a, b) => a.sequence - b.sequence || a.id - b.id;
const outcome = stage => (stage.kind === 'won' || stage.kind === 'lost' ? stage.kind : 'open');

/** The columns of the pipeline: their order, names, chances and colours, and where cards go when one is archived. */
class CrmSettingsStages extends CrmElement {
  static properties = { open: { state: true }, refusal: { state: true } };

  load = new Load(this, async () => ({ stages: await all('/stages', { active: 'all' }), teams: await catalog.teams() }));
  form = new Form(this);
  order = new Reorder(this, () => this.used, (rows, moved) => this.dropped(rows, moved));

  get used() {
    return (this.load.data?.stages || []).filter(s => s.active).sort(byPlace);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><div class="row"><h2>Stages</h2><span class="grow"></span>${this.open === 'new' ? nothing : html`<button class="quiet" @click=${() => this.edit('new')}>${icon('plus')}Add a stage</button>`}</div>
      <p class="muted">The pipeline’s columns from left to right. Drag a stage by its dots, or press Space on them and use the arrows.</p>
      ${beside(this.refusal)}
      ${shown(this.load, () => this.list(), skeleton(6, 'rows'))}</section>`;
  }

  list() {
    const { stages, teams } = this.load.data;
    const archived = stages.filter(s => !s.active).sort(byPlace);
    return html`<ol class="ordered">${repeat(this.order.rows(), s => s.id, s => html`<li data-row=${s.id} class=${this.order.held === s.id ? 'is-held' : ''}>${this.row(s, teams)}${this.open === s.id ? this.editor(s, teams) : nothing}</li>`)}</ol>
      ${this.open === 'new' ? this.editor({ kind: 'normal' }, teams) : nothing}
      ${archived.length ? html`<details class="archived"><summary>${plural(archived.length, 'archived stage')}</summary><ul class="ordered">${archived.map(s => html`<li><div class="ordered-row">${dot(s.color)}<span class="ordered-name muted">${s.name}</span>${facts(s, teams)}<span class="grow"></span>
        <span class="ordered-acts"><button aria-label="Use again: ${s.name}" @click=${() => this.change(s, { active: true }, `${s.name} is in use again.`)}>Use again</button><button class="danger" aria-label="Delete ${s.name}" @click=${() => this.discard(s)}>Delete</button></span></div></li>`)}</ul></details>` : nothing}`;
  }

  row(s, teams) {
    return html`<div class="ordered-row">${this.order.grip(s)}${dot(s.color)}<b class="strong ordered-name">${s.name}</b>${facts(s, teams)}<span class="grow"></span><span class="num muted">${s.probability} %</span>
      <span class="ordered-acts"><button aria-label="Edit ${s.name}" aria-expanded=${this.open === s.id} @click=${() => this.edit(s.id)}>${icon('edit')}<span class="hide-s">Edit</span></button>
      <button aria-label="Archive ${s.name}" @click=${() => this.archive(s)}>${icon('archive')}<span class="hide-s">Archive</span></button></span></div>`;
  }

  editor(stage, teams) {
    return html`<form class="add-form" novalidate aria-label=${stage.id ? `Edit ${stage.name}` : 'New stage'} @submit=${e => this.save(e, stage)} @keydown=${e => { if (e.key === 'Escape') this.shut(stage); }}>${stageForm(stage, teams, this.form)}
      <div class="row"><button class="primary" ?disabled=${this.form.busy}>${stage.id ? 'Save' : 'Add'}</button><button type="button" @click=${() => this.shut(stage)}>Cancel</button></div></form>`;
  }

  async edit(id) {
    this.open = this.open === id ? null : id;
    this.form.show(false, null);
    await this.updateComplete;
    this.querySelector('.add-form input')?.focus();
  }

  async shut(stage) {
    this.open = null;
    await this.updateComplete;
    this.querySelector(stage.id ? `[aria-label="Edit ${CSS.escape(stage.name)}"]` : '.row .quiet')?.focus();
  }

  async save(event, stage) {
    event.preventDefault();
    const body = stageBody(event.target);
    const ok = await this.form.send(() => (stage.id ? api.patch(`/stages/${stage.id}`, body, stage.version) : this.add(body)));
    if (!ok) return;
    say(`${body.name} saved.`);
    await this.shut(stage);
    this.changed();
  }

  /** A new stage stands before the first that ends the pipeline, if it is not an end itself. */
  async add(body) {
    const before = this.used;
    const made = await api.create('/stages', body);
    const end = before.findIndex(s => outcome(s) !== 'open');
    if (outcome(body) === 'open' && end >= 0) await this.renumber([...before.slice(0, end), made, ...before.slice(end)], made);
  }

  async renumber(rows, moved) {
    for (const { item, sequence } of renumbered(rows, moved)) await api.patch(`/stages/${item.id}`, { sequence }, item.version);
  }

  async dropped(rows, moved) {
    const numbers = renumbered(rows, moved);
    const { data } = this.load;
    this.load.set({ ...data, stages: data.stages.map(s => ({ ...s, sequence: numbers.find(n => n.item.id === s.id)?.sequence ?? s.sequence })) });
    await this.act(() => this.renumber(rows, moved));
  }

  async archive(stage) {
    const targets = this.used.filter(s => s.id !== stage.id && outcome(s) === outcome(stage));
    const answer = await ask('crm-archive-dialog', { stage, targets, act: body => api.patch(`/stages/${stage.id}`, body, stage.version) });
    if (!answer) return;
    toast({ text: 'Archived', strong: stage.name });
    this.changed();
  }

  change(stage, body, said) {
    return this.act(async () => {
      await api.patch(`/stages/${stage.id}`, body, stage.version);
      say(said);
    });
  }

  discard(stage) {
    return this.act(async () => {
      await api.remove(`/stages/${stage.id}`, stage.version);
      say(`${stage.name} deleted.`);
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
    forgetCatalog('stages');
    this.load.run();
  }
}

/** What else is worth knowing at a glance. */
const facts = (s, teams) => html`<span class="row wrap tag-set">${s.kind === 'normal' ? nothing : html`<span class="tag">${KINDS[s.kind][2]}</span>`}${s.teamId ? html`<span class="tag">only ${teams.find(t => t.id === s.teamId)?.name || 'one team'}</span>` : nothing}${s.folded ? html`<span class="tag">folded</span>` : nothing}</span>`;
customElements.define('crm-settings-stages', CrmSettingsStages);
