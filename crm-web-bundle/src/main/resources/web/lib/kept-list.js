import { html, nothing } from 'lit';
import { api } from './api.js';
import { forgetCatalog } from './catalog.js';
import { CrmElement } from './element.js';
import { Form } from './form.js';
import { plural } from './format.js';
import { icon } from './icons.js';
import { say } from './notices.js';
import { refused } from './problem.js';
import { beside } from './states.js';

/**
 * A page of the settings that keeps a short list: its entries {id, name, version, active} are added, edited in their
 * place, archived, used again and deleted. A page gives its `load` and says `path` (of the REST collection),
 * `catalog` (what other pieces remember of it), `noun` (one entry) and, where it has no editor of its own,
 * `bodyOf(form)`.
 */
export class KeptList extends CrmElement {
  static properties = { open: { state: true }, refusal: { state: true } };

  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  /** The heading with the way to a new entry, what the list is for, and what was refused last. */
  head(title, text) {
    return html`<div class="row"><h2>${title}</h2><span
      class="grow"></span>${this.open === 'new' ? nothing
        : html`<button class="quiet" @click=${() => this.edit('new')}>${icon('plus')}Add a ${this.noun}</button>`}</div>
      <p class="muted">${text}</p>
      ${beside(this.refusal)}`;
  }

  /** At the end of an entry's row. */
  acts(entry) {
    return html`<span class="ordered-acts"><button aria-label="Edit ${entry.name}"
      aria-expanded=${this.open === entry.id} @click=${() => this.edit(entry.id)}>${icon('edit')}<span
        class="hide-s">Edit</span></button>
      <button aria-label="Archive ${entry.name}" @click=${() => this.archive(entry)}>${icon('archive')}<span
        class="hide-s">Archive</span></button></span>`;
  }

  /** Those no longer offered; a page may draw something before and after the name. */
  archived(entries, { before = () => nothing, after = () => nothing } = {}) {
    if (!entries.length) return nothing;
    return html`<details class="archived"><summary>${plural(entries.length, `archived ${this.noun}`)}</summary><ul
      class="ordered">${entries.map(e => html`<li><div class="ordered-row">${before(e)}<span
        class="ordered-name muted">${e.name}</span>${after(e)}<span class="grow"></span>
      <span class="ordered-acts"><button aria-label="Use again: ${e.name}"
        @click=${() => this.revive(e)}>Use again</button><button class="danger" aria-label="Delete ${e.name}"
          @click=${() => this.discard(e)}>Delete</button></span></div></li>`)}</ul></details>`;
  }

  /** The form around the fields of an entry; one without an id is new. */
  editor(entry, fields) {
    return html`<form class="add-form" novalidate aria-label=${entry.id ? `Edit ${entry.name}` : `New ${this.noun}`}
      @submit=${e => this.save(e, entry)} @keydown=${e => { if (e.key === 'Escape') this.shut(entry); }}>${fields}
      <div class="row"><button class="primary" ?disabled=${this.form.busy}>${entry.id ? 'Save' : 'Add'}</button><button
        type="button" @click=${() => this.shut(entry)}>Cancel</button></div></form>`;
  }

  /** Opens the editor of an entry, or of a `new` one; shuts the one that is open. */
  async edit(id) {
    this.open = this.open === id ? null : id;
    this.form.show(false, null);
    await this.updateComplete;
    this.querySelector('.add-form input')?.focus();
  }

  async shut(entry) {
    this.open = null;
    await this.updateComplete;
    this.querySelector(entry?.id ? `[aria-label="Edit ${CSS.escape(entry.name)}"]` : '.row .quiet')?.focus();
  }

  async save(event, entry) {
    event.preventDefault();
    const body = this.bodyOf(event.target);
    const ok = await this.form.send(() => (entry.id ? this.patch(entry, body) : this.add(body)));
    if (!ok) return;
    say(`${body.name} saved.`);
    await this.shut(entry);
    this.changed();
  }

  add(body) {
    return api.create(this.path, body);
  }

  patch(entry, body) {
    return api.patch(`${this.path}/${entry.id}`, body, entry.version);
  }

  archive(entry) {
    return this.act(() => this.patch(entry, { active: false }), `${entry.name} archived.`);
  }

  revive(entry) {
    return this.act(() => this.patch(entry, { active: true }), `${entry.name} is offered again.`);
  }

  discard(entry) {
    return this.act(() => api.remove(`${this.path}/${entry.id}`, entry.version), `${entry.name} deleted.`);
  }

  /** Says `done` when it went through, shows the refusal when not; either way the list is asked anew. */
  async act(what, done) {
    this.refusal = null;
    const problem = await refused(what);
    if (problem) this.refusal = problem.message;
    else if (done) say(done);
    this.changed();
  }

  changed() {
    forgetCatalog(this.catalog);
    this.load.run();
  }
}
