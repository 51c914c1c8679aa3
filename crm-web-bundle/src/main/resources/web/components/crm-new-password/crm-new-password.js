import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';

/** The page behind the link of the mail: a new password, once. */
class CrmNewPassword extends CrmElement {
  static properties = { token: {}, done: { state: true } };

  form = new Form(this);

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    return html`<div class="signin"><form class="panel" novalidate @submit=${this.submit}>
      <p class="brand"><i></i>Pivotino</p><h1>New password</h1>
      <div role="status">${this.done ? html`<p class="lead">Your new password is set. Sign in with it.</p>`
        : nothing}</div>
      ${this.done ? nothing : html`<label class="field"><span>New password</span><input name="password" type="password"
          autocomplete="new-password" required><small class="faint">At least 10 characters</small>${
            this.form.at('password')}</label>
        ${this.form.rest}<button class="primary" ?disabled=${this.form.busy}>Set password</button>`}
      <p class="small"><a class="link" href="/signin">To sign in</a>${this.form.problem?.status === 404
        ? html` · <a class="link" href="/forgotten-password">Ask for a new link</a>` : nothing}</p></form></div>`;
  }

  submit(event) {
    event.preventDefault();
    const password = event.target.elements.password.value;
    return this.form.send(async () => {
      await api.open(`/password-resets/${encodeURIComponent(this.token)}`, { password });
      this.done = true;
    });
  }
}
customElements.define('crm-new-password', CrmNewPassword);
