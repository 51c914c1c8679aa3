import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { view } from '../../lib/drafts.js';
import { Form, values } from '../../lib/form.js';
import { say } from '../../lib/notices.js';
import { has, refreshMe, session } from '../../lib/session.js';
import { zones } from '../crm-questionnaire/lists.js';
import '../crm-settings-notifications/crm-settings-notifications.js';

const LOCALES = ['en', 'en-GB', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da', 'fi', 'cs', 'tr', 'el', 'uk'];

/** One's own profile: name, mail, zone, language of dates and numbers, password, keys. */
class CrmSettingsYou extends CrmElement {
  static properties = { saved: { state: true } };
  profile = new Form(this);
  password = new Form(this);

  render() {
    const me = session.state.me;
    const names = new Intl.DisplayNames('en', { type: 'language' });
    return html`
      <form class="panel" novalidate @submit=${this.saveProfile}><h2>Profile</h2>
        <div class="pair"><label class="field"><span>Name</span><input name="name" autocomplete="name"
          .value=${me.name || ''}>${this.profile.at('name')}</label>
          <label class="field"><span>Email</span><input name="email" type="email" autocomplete="email"
            .value=${me.email || ''}>${this.profile.at('email')}</label></div>
        <div class="pair"><label class="field"><span>Time zone</span><select
          name="zone">${zones(me.zone || 'UTC').map(z =>
            html`<option ?selected=${z === me.zone}>${z}</option>`)}</select>${this.profile.at('zone')}</label>
          <label class="field"><span>Dates and numbers as in</span><select
            name="locale">${[...new Set([me.locale || 'en', ...LOCALES])].map(l =>
              html`<option value=${l} ?selected=${l === me.locale}>${names.of(l.replace('_',
                '-'))}</option>`)}</select>${this.profile.at('locale')}</label></div>
        ${this.profile.rest}<div class="row"><button class="primary"
          ?disabled=${this.profile.busy}>Save</button>${this.said('profile', 'Saved.')}</div></form>
      <form class="panel" novalidate @submit=${this.savePassword}><h2>Password</h2>
        <input type="text" name="username" autocomplete="username" .value=${me.login || ''} hidden>
        <div class="pair"><label class="field"><span>Current password</span><input name="currentPassword"
          type="password" autocomplete="current-password">${this.password.at('currentPassword')}</label>
          <label class="field"><span>New password</span><input name="password" type="password"
            autocomplete="new-password" minlength="10">${this.password.at('password')}</label></div>
        ${this.password.rest}<div class="row"><button class="quiet"
          ?disabled=${this.password.busy}>Change password</button>${this.said('password', 'Changed.')}</div></form>
      ${has('chatter') ? html`<crm-settings-notifications></crm-settings-notifications>` : ''}
      <section class="panel"><h2>In this browser</h2><label class="check"><input type="checkbox"
        .checked=${view.get('keys', true)} @change=${e =>
          view.set('keys', e.target.checked)}> Single-letter keys (n, m, w, l …)</label></section>`;
  }

  said(which, text) {
    return this.saved === which ? html`<span class="muted small" role="status">${text}</span>` : '';
  }

  async saveProfile(event) {
    event.preventDefault();
    const patch = values(event.target);
    const ok = await this.profile.send(async () => { refreshMe({ ...await api.patch('/me', patch), ...patch }); });
    this.done('profile', ok);
  }

  async savePassword(event) {
    event.preventDefault();
    const { currentPassword, password } = values(event.target);
    const ok = await this.password.send(() => api.patch('/me', { currentPassword, password }));
    if (ok) event.target.reset();
    this.done('password', ok);
  }

  done(which, ok) {
    this.saved = ok ? which : null;
    if (ok) say('Saved.');
  }
}
customElements.define('crm-settings-you', CrmSettingsYou);
