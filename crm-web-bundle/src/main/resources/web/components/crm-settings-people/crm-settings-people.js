import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { forgetCatalog } from '../../lib/catalog.js';
import { face } from '../../lib/bits.js';
import { Form, values } from '../../lib/form.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { may, session } from '../../lib/session.js';
import { shown, skeleton } from '../../lib/states.js';
import { ask } from '../../lib/dialogs.js';
import '../crm-deactivate-dialog/crm-deactivate-dialog.js';

const ROLES = [['salesperson', 'Salesperson'], ['manager', 'Manager'], ['admin', 'Administrator']];

const roleNames = roles => ROLES.filter(([key]) => roles?.includes(key)).map(([, name]) => name).join(', ');

/** The people who work here: who they are, what they may, who has left. */
class CrmSettingsPeople extends CrmElement {
  static properties = { adding: { state: true }, editing: { state: true } };
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
      aria-label="People"><table><thead><tr><th>Name</th><th class="hide-s">Login</th><th
        class="hide-s">Email</th><th>Roles</th><th class="end"><span class="unseen">Actions</span></th></tr></thead>
      <tbody>${list.map(u => html`<tr class=${u.active === false ? 'inactive' : ''}><td><span
        class="row">${face(u)}<span>${u.name}<span
          class="only-s faint small login">${u.login}</span></span></span></td><td class="hide-s">${u.login}</td><td
          class="hide-s">${u.email}</td><td>${u.active === false ? 'left' : roleNames(u.roles)}</td>
        <td class="end">${may('admin') && u.active !== false ? this.acts(u) : nothing}</td></tr>${this.editing === u.id
          ? html`<tr class="edit-row"><td colspan="5">${this.change(u)}</td></tr>` : nothing}`)}</tbody></table></div>`;
  }

  acts(u) {
    const self = u.id === session.state.me.id;
    return html`<span class="row end"><button class="quiet" aria-label="Edit ${u.name}"
      aria-expanded=${this.editing === u.id} @click=${() => this.edit(u)}>Edit</button>${self ? nothing : html`<button
        class="quiet" aria-label="Deactivate ${u.name}"
        @click=${() => this.deactivate(u)}>Deactivate</button>`}</span>`;
  }

  /** What an administrator changes of somebody: also a new password for who has forgotten theirs. */
  change(u) {
    const at = name => this.form.at(name);
    return html`<form class="add-form" novalidate autocomplete="off" aria-label="Edit ${u.name}"
      @submit=${e => this.save(e, u)} @keydown=${e => { if (e.key === 'Escape') this.edit(u); }}>
      <div class="pair"><label class="field"><span>Name</span><input name="name" required
        .value=${u.name}>${at('name')}</label><label class="field"><span>Email</span><input name="email" type="email"
        .value=${u.email || ''}>${at('email')}</label></div>
      ${this.roles(u.roles || [])}
      <label class="field"><span>New password</span><input name="password" type="password"
        autocomplete="new-password" placeholder="Leave empty to keep the old one"><small
        class="faint">They are signed out everywhere and sign in with the new one.</small>${at('password')}</label>
      ${this.form.rest}<div class="row"><button class="primary" ?disabled=${this.form.busy}>Save</button><button
        type="button" @click=${() => this.edit(u)}>Cancel</button></div></form>`;
  }

  roles(chosen) {
    return html`<fieldset class="bare-set"><legend class="label">Roles</legend><div
        class="roles">${ROLES.map(([key, name]) => html`<label class="check"><input type="checkbox" name="roles"
          value=${key} .checked=${chosen.includes(key)}> ${name}</label>`)}</div>${this.form.at('roles')}</fieldset>`;
  }

  fresh() {
    const at = name => this.form.at(name);
    return html`<form class="add-form" novalidate autocomplete="off" @submit=${this.add}>
      <div class="pair"><label class="field"><span>Name</span><input name="name" required>${at('name')}</label><label
        class="field"><span>Email</span><input name="email" type="email">${at('email')}</label></div>
      <div class="pair"><label class="field"><span>Login</span><input name="login" required autocapitalize="none"
        autocomplete="off">${at('login')}</label><label class="field"><span>First password</span><input name="password"
          type="password" required autocomplete="new-password">${at('password')}</label></div>
      ${this.roles(['salesperson'])}
      ${this.form.rest}<div class="row"><button class="primary" ?disabled=${this.form.busy}>Add</button><button
        type="button" @click=${() => { this.adding = false; }}>Cancel</button></div></form>`;
  }

  async begin() {
    this.form.problem = null;
    Object.assign(this, { adding: true, editing: null });
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

  /** Opens the row, or closes it again. */
  async edit(user) {
    const open = this.editing !== user.id;
    this.form.problem = null;
    Object.assign(this, { adding: false, editing: open ? user.id : null });
    await this.updateComplete;
    const back = [...this.querySelectorAll('button')].find(b => b.getAttribute('aria-label') === `Edit ${user.name}`);
    (open ? this.querySelector('.edit-row [name=name]') : back)?.focus();
  }

  async save(event, user) {
    event.preventDefault();
    const { name, email } = values(event.target);
    const password = event.target.elements.password.value;
    const roles = new FormData(event.target).getAll('roles');
    const patch = { name, email: email || null, roles, ...(password ? { password } : {}) };
    if (!await this.form.send(() => api.patch(`/users/${user.id}`, patch, user.version))) return;
    say(`${name} is saved.`);
    this.changed();
  }

  async deactivate(user) {
    const others = this.load.data.filter(u => u.active !== false && u.id !== user.id);
    if (await ask('crm-deactivate-dialog', { user, others })) this.changed();
  }

  changed() {
    Object.assign(this, { adding: false, editing: null });
    forgetCatalog('users');
    this.load.run();
  }
}
customElements.define('crm-settings-people', CrmSettingsPeople);
