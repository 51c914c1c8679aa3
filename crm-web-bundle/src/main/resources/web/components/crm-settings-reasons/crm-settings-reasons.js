import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { forgetCatalog } from '../../lib/catalog.js';
import { Form } from '../../lib/form.js';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { renumbered, Reorder } from '../../lib/reorder.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import '../crm-reason-proposals/crm-reason-proposals.js';

const byPlace = (a, b) => a.sequence - b.sequence || a.id - b.id;

/** Why opportunities are lost: the reasons in the order in which they are offered, and what people proposed. */
class CrmSettingsReasons extends CrmElement {
  static properties = { open: { state: true }, refusal: { state: true } };

  load = new Load(this, () => all('/lost-reasons', { active: 'all' }));
  form = new Form(this);
  order = new Reorder(this, () => this.used, (rows, moved) => this.dropped(rows, moved));

  get used() {
    return (this.load.data || []).filter(r => r.active).sort(byPlace);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><div class="row"><h2>Lost reasons</h2><span class="grow"></span>${this.open === 'new' ? nothing : html`<button class="quiet" @click=${() => this.edit('new')}>${icon('plus')}Add a reason</button>`}</div>
        <p class="muted">Whoever loses an opportunity picks one of these. An archived one stays in the figures and is no longer offered.</p>
        ${beside(this.refusal)}
        ${shown(this.load, list => this.list(list), skeleton(6, 'rows'))}</section>
      <crm-reason-proposals .reasons=${this.used} @adopted=${this.changed}></crm-reason-proposals>`;
  }

  list(list) {
    const archived = list.filter(r => !r.active).sort(byPlace);
    return html`<ol class="ordered">${repeat(this.order.rows(), r => r.id, r => html`<li data-row=${r.id} class=${this.order.held === r.id ? 'is-held' : ''}>${this.open === r.id ? this.editor(r) : this.row(r)}</li>`)}</ol>
      ${this.open === 'new' ? this.editor({}) : nothing}
      ${archived.length ? html`<details class="archived"><summary>${plural(archived.length, 'archived reason')}</summary><ul class="ordered">${archived.map(r => html`<li><div class="ordered-row"><span class="ordered-name muted">${r.name}</span><span class="grow"></span>
        <span class="ordered-acts"><button aria-label="Use again: ${r.name}" @click=${() => this.change(r, { active: true }, `${r.name} is offered again.`)}>Use again</button><button class="danger" aria-label="Delete ${r.name}" @click=${() => this.discard(r)}>Delete</button></span></div></li>`)}</ul></details>` : nothing}`;
  }

  row(r) {
    return html`<div class="ordered-row">${this.order.grip(r)}<b class="strong ordered-name">${r.name}</b>${r.noteRequired ? html`<span class="tag">note required</span>` : nothing}<span class="grow"></span>
      <span class="ordered-acts"><button aria-label="Edit ${r.name}" @click=${() => this.edit(r.id)}>${icon('edit')}<span class="hide-s">Edit</span></button>
      <button aria-label="Archive ${r.name}" @click=${() => this.change(r, { active: false }, `${r.name} archived.`)}>${icon('archive')}<span class="hide-s">Archive</span></button></span></div>`;
  }

  editor(reason) {
    return html`<form class="add-form" novalidate aria-label=${reason.id ? `Edit ${reason.name}` : 'New reason'} @submit=${e => this.save(e, reason)} @keydown=${e => { if (e.key === 'Escape') this.shut(reason); }}>
      <label class="field narrow"><span>Name</span><input name="name" maxlength="100" required .value=${reason.name || ''} aria-invalid=${!!this.form.problem?.at('name')}>${this.form.at('name')}</label>
      <label class="check"><input type="checkbox" name="noteRequired" ?checked=${reason.noteRequired}> Needs a note</label>
      ${this.form.rest}<div class="row"><button class="primary" ?disabled=${this.form.busy}>${reason.id ? 'Save' : 'Add'}</button><button type="button" @click=${() => this.shut(reason)}>Cancel</button></div></form>`;
  }

  async edit(id) {
    this.open = id;
    this.form.show(false, null);
    await this.updateComplete;
    this.querySelector('.add-form input')?.focus();
  }

  async shut(reason) {
    this.open = null;
    await this.updateComplete;
    this.querySelector(reason.id ? `[aria-label="Edit ${CSS.escape(reason.name)}"]` : '.row .quiet')?.focus();
  }

  async save(event, reason) {
    event.preventDefault();
    const data = new FormData(event.target);
    const body = { name: data.get('name').trim(), noteRequired: data.has('noteRequired') };
    const ok = await this.form.send(() => (reason.id ? api.patch(`/lost-reasons/${reason.id}`, body, reason.version) : api.create('/lost-reasons', body)));
    if (!ok) return;
    say(`${body.name} saved.`);
    await this.shut(reason);
    this.changed();
  }

  async dropped(rows, moved) {
    const numbers = renumbered(rows, moved);
    this.load.set(this.load.data.map(r => ({ ...r, sequence: numbers.find(n => n.item.id === r.id)?.sequence ?? r.sequence })));
    await this.act(async () => {
      for (const { item, sequence } of numbers) await api.patch(`/lost-reasons/${item.id}`, { sequence }, item.version);
    });
  }

  change(reason, body, said) {
    return this.act(async () => {
      await api.patch(`/lost-reasons/${reason.id}`, body, reason.version);
      say(said);
    });
  }

  discard(reason) {
    return this.act(async () => {
      await api.remove(`/lost-reasons/${reason.id}`, reason.version);
      say(`${reason.name} deleted.`);
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
    forgetCatalog('lostReasons');
    this.load.run();
  }
}
customElements.define('crm-settings-reasons', CrmSettingsReasons);
