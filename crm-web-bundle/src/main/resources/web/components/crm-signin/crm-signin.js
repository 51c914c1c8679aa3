import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { signIn } from '../../lib/session.js';
import { beside } from '../../lib/states.js';

/** The way in. The address stays, so that one arrives where one wanted to go. */
class CrmSignin extends CrmElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    document.title = 'Sign in · Pivotino';
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    return html`<main class="signin"><form class="panel" @submit=${this.submit}>
      <p class="brand"><i></i>Pivotino</p>
      <h1>Sign in</h1>
      <label class="field"><span>Login</span><input name="login" autocomplete="username" autocapitalize="none"
        spellcheck="false" required aria-describedby="refused"></label>
      <label class="field"><span>Password</span><input name="password" type="password" autocomplete="current-password"
        required aria-describedby="refused"></label>
      <div id="refused">${this.problem ? beside(this.message()) : nothing}</div>
      <button class="primary" ?disabled=${this.busy}>${this.busy ? 'Signing in …' : 'Sign in'}</button>
      <p class="small"><a class="link" href="/forgotten-password">Forgotten password?</a></p>
    </form></main>`;
  }

  message() {
    if (this.problem.status === 401) return 'Login and password do not match.';
    if (this.problem.status === 429) return `Too many tries. Wait ${this.problem.retryAfter || 30} seconds.`;
    return this.problem.message;
  }

  async submit(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    this.busy = true;
    this.problem = null;
    try {
      await signIn(data.get('login').trim(), data.get('password'));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
      this.querySelector('[name=password]').select();
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('crm-signin', CrmSignin);
