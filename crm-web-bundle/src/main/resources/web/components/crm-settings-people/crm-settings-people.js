import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { forgetCatalog } from '../../lib/catalog.js';
import { face } from '../../lib/bits.js';
import { Form, values } from '../../lib/form.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { may, session } from '../../lib/session.js';
import { shown, skeleton } from '../../lib/states.js';
import { ask } from '../../lib/dialogs.js';
import '../crm-deactivate-dialog/crm-deactivate-dialog.js';

const ROLES = [['salesperson', 'Salesperson'], ['manager', 'Manager'], ['admin', 'Administrator']];

/** The people who work here: who they are, what they may, who has left. */
class CrmSettingsPeople extends CrmElement {
  static properties = { adding: { state: true } };
  load = new Load(this, () => all('/users'));
  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><div class="row"><h2>People</h2><span
      class="grow"></span>${may('admin') && !this.adding
        ? html`<button class="quiet" @click=${this.begin}>${icon('plus')}Add a person</button>` : nothing}</div>
      ${this.adding ? this.fresh() : nothing}
      ${shown(this.load, list => this.table(list), skeleton(5, 'rows'))}</section>`;
  }

  table(list) {
    return html`<div class="scroll-x" tabindex="0" role="region"
      aria-label="People"><table><thead><tr><th>Name</th><th>Login</th><th class="hide-s">Email</th><th>Roles</th><th
        class="end"><span class="unseen">Actions</span></th></tr></thead>
      <tbody>${list.map(u => html`<tr class=${u.active === false ? 'inactive' : ''}><td><span
        class="row">${face(u)}${u.name}</span></td><td>${u.login}</td><td
          class="hide-s">${u.email}</td><td>${u.active === false ? 'left' : (u.roles || []).join(', ')}</td>
        <td class="end">${may('admin') && u.active !== false && u.id !== session.state.me.id
          ? html`<button class="icon" aria-label="Deactivate ${u.name}"
            @click=${() => this.deactivate(u)}>Deactivate</button>` : nothing}</td></tr>`)}</tbody></table></div>`;
  }

  fresh() {
    const at = name => this.form.at(name);
    return html`<form class="add-form" novalidate autocomplete="off" @submit=${this.add}>
      <div class="pair"><label class="field"><span>Name</span><input name="name" required>${at('name')}</label><label
        class="field"><span>Email</span><input name="email" type="email">${at('email')}</label></div>
      <div class="pair"><label class="field"><span>Login</span><input name="login" required autocapitalize="none"
        autocomplete="off">${at('login')}</label><label class="field"><span>First password</span><input name="password"
          type="password" required autocomplete="new-password">${at('password')}</label></div>
      <fieldset class="bare-set"><legend class="label">Roles</legend><div
        class="roles">${ROLES.map(([key, name]) => html`<label class="check"><input type="checkbox" name="roles"
          value=${key} ?checked=${key === 'salesperson'}> ${name}</label>`)}</div>${at('roles')}</fieldset>
      ${this.form.rest}<div class="row"><button class="primary" ?disabled=${this.form.busy}>Add</button><button
        type="button" @click=${() => { this.adding = false; }}>Cancel</button></div></form>`;
  }

  async begin() {
    this.adding = true;
    await this.updateComplete;
    this.querySelector('[name=name]').focus();
  }

  async add(event) {
    event.preventDefault();
    const { name, email, login, password } = values(event.target);
    const roles = new FormData(event.target).getAll('roles');
    const ok = await this.form.send(() => api.create('/users', { name, email: email || null, login, password, roles }));
    if (ok) this.changed();
  }

  async deactivate(user) {
    const others = this.load.data.filter(u => u.active !== false && u.id !== user.id);
    if (await ask('crm-deactivate-dialog', { user, others })) this.changed();
  }

  changed() {
    this.adding = false;
    forgetCatalog('users');
    this.load.run();
  }
}
customElements.define('crm-settings-people', CrmSettingsPeople);
