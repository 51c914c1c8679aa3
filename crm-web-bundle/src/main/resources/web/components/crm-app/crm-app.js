import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { has, may, openSession, session } from '../../lib/session.js';
import { drawn } from '../../lib/later.js';
import { go, route } from '../../lib/router.js';
import { failed } from '../../lib/states.js';
import { listenForKeys } from '../../lib/keys.js';
import { network } from '../../lib/network.js';
import { arrival } from '../../lib/on-demand.js';
import { Problem } from '../../lib/problem.js';
import { views } from './views.js';
import '../crm-head/crm-head.js';
import '../crm-foot/crm-foot.js';
import '../crm-toast/crm-toast.js';
import '../crm-live/crm-live.js';
import '../crm-reminders/crm-reminders.js';
import '../crm-signin/crm-signin.js';

/** The frame: who is here, which view, and what every page has around it. */
class CrmApp extends CrmElement {
  static properties = { lacking: { state: true } };

  uses = new Uses(this, session, route, network);

  connectedCallback() {
    super.connectedCallback();
    listenForKeys();
  }

  /** A page for people outside asks nobody to sign in; every other one begins with who is here. */
  willUpdate() {
    this.bring();
    if (this.asked || this.view.open) return;
    this.asked = true;
    const first = this.view.early?.(route.state);
    openSession(first);
    if (!first) drawn();
  }

  /** A view's modules come with the first visit, while the server is asked who is here. */
  async bring() {
    const { path } = route.state;
    const load = this.view.load?.(route.state);
    if (load) this.lacking = await arrival(() => load) ? undefined : path;
  }

  get view() {
    return views[route.state.view] || views.missing;
  }

  render() {
    const { status, problem } = session.state;
    const { view } = this;
    if (view.open) return html`<main id="main" tabindex="-1">${this.body(view)}</main><crm-live></crm-live>`;
    if (status === 'loading') return nothing;
    if (status === 'failed') return html`<main>${failed(problem, openSession)}</main>`;
    if (status === 'out') return html`<crm-signin></crm-signin>`;
    return html`
      <a class="skip" href="#main" @click=${this.skip}>Skip to content</a>
      ${view.bare ? nothing : html`<crm-head></crm-head>`}
      <div class="offline" role="status">${network.state.offline
    ? 'You are offline. Nothing can be saved until you are back.' : nothing}</div>
      <main id="main" tabindex="-1">${this.body(view)}</main>
      ${view.bare ? nothing : html`<crm-foot></crm-foot>`}
      ${has('calendar') ? html`<crm-reminders></crm-reminders>` : nothing}
      <crm-toast></crm-toast><crm-live></crm-live>`;
  }

  body(view) {
    return this.lacking === route.state.path ? failed(new Problem(0), () => location.reload()) : view.draw(route.state);
  }

  skip(event) {
    event.preventDefault();
    document.querySelector('#main').focus();
  }

  updated() {
    if (session.state.status !== 'in') {
      this.shown = null;
      return;
    }
    if (route.state.view === 'signin') go(new URLSearchParams(location.search).get('to') || '/pipeline',
      { replace: true });
    else if (!session.state.me.onboardingCompleted && may('admin')
      && route.state.view !== 'onboarding') go('/onboarding', { replace: true });
    else this.arrive();
  }

  /** A new view: say its name, and put the focus where reading starts. */
  arrive() {
    const { path } = route.state;
    if (this.shown === path) return;
    const first = this.shown === undefined || this.shown === null;
    this.shown = path;
    document.title = `${this.view.title} · Pivotino`;
    scrollTo(0, 0);
    if (!first) this.querySelector('#main').focus({ preventScroll: true });
  }
}
customElements.define('crm-app', CrmApp);
