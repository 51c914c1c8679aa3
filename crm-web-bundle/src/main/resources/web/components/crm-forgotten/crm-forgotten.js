import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Form, values } from '../../lib/form.js';

/** Somebody has forgotten the password: a link by mail, or whom to ask where no mail goes out. */
class CrmForgotten extends CrmElement {
  static properties = { answer: { state: true } };

  form = new Form(this);

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    return html`<div class="signin"><form class="panel" novalidate @submit=${this.submit}>
      <p class="brand"><i></i>Pivotino</p><h1>Forgotten password</h1>
      <div role="status">${this.answer ? this.told() : nothing}</div>
      ${this.answer ? nothing : html`<label class="field"><span>Login or email address</span><input name="login"
          autocomplete="username" autocapitalize="none" spellcheck="false" required>${this.form.at('login')}</label>
        ${this.form.rest}<button class="primary" ?disabled=${this.form.busy}>Send a link</button>`}
      <p class="small"><a class="link" href="/signin">Back to sign in</a></p></form></div>`;
  }

  told() {
    return this.answer.mail
      ? html`<p class="lead">If there is such an account, a link to choose a new password is on its way to its email
        address. It works once, for 30 minutes.</p>`
      : html`<p class="lead">No mail can be sent from here. Ask an administrator: they set a new password under
        Settings, People.</p>`;
  }

  submit(event) {
    event.preventDefault();
    const { login } = values(event.target);
    return this.form.send(async () => { this.answer = await api.open('/password-resets', { login }); });
  }
}
customElements.define('crm-forgotten', CrmForgotten);
