import { html, nothing } from 'lit';
import { all } from '../../lib/api.js';
import { Load } from '../../lib/load.js';
import { OrderedList } from '../../lib/ordered-list.js';
import { shown, skeleton } from '../../lib/states.js';
import '../crm-reason-proposals/crm-reason-proposals.js';

/** Why opportunities are lost: the reasons in the order in which they are offered, and what people proposed. */
class CrmSettingsReasons extends OrderedList {
  path = '/lost-reasons';
  catalog = 'lostReasons';
  noun = 'reason';
  load = new Load(this, () => all('/lost-reasons', { active: 'all' }));

  get entries() {
    return this.load.data;
  }

  keep(entries) {
    this.load.set(entries);
  }

  render() {
    return html`<section class="panel">${this.head('Lost reasons',
      'Whoever loses an opportunity picks one of these. '
        + 'An archived one stays in the figures and is no longer offered.')}
        ${shown(this.load, () => this.list(), skeleton(6, 'rows'))}</section>
      <crm-reason-proposals .reasons=${this.used} @adopted=${this.changed}></crm-reason-proposals>`;
  }

  list() {
    return html`${this.rows(r => (this.open === r.id ? this.editor(r) : this.row(r)))}
      ${this.open === 'new' ? this.editor({}) : nothing}
      ${this.archived(this.unused)}`;
  }

  row(r) {
    return html`<div class="ordered-row">${this.order.grip(r)}<b
      class="strong ordered-name">${r.name}</b>${r.noteRequired ? html`<span class="tag">note required</span>`
        : nothing}<span class="grow"></span>
      ${this.acts(r)}</div>`;
  }

  editor(reason) {
    return super.editor(reason, html`
      <label class="field narrow"><span>Name</span><input name="name" maxlength="100" required
        .value=${reason.name || ''} aria-invalid=${!!this.form.problem?.at('name')}>${this.form.at('name')}</label>
      <label class="check"><input type="checkbox" name="noteRequired"
        ?checked=${reason.noteRequired}> Needs a note</label>
      ${this.form.rest}`);
  }

  bodyOf(form) {
    const data = new FormData(form);
    return { name: data.get('name').trim(), noteRequired: data.has('noteRequired') };
  }
}
customElements.define('crm-settings-reasons', CrmSettingsReasons);
