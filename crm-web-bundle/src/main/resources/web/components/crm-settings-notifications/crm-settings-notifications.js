import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { session } from '../../lib/session.js';
import { shown, skeleton } from '../../lib/states.js';
import { CHANNELS, DIGESTS, options, preferencesOf, quietHours, subtypeRow } from './choices.js';

/** How one wants to hear of what happens: in the app, by email, at once or gathered, and when not to be disturbed. */
class CrmSettingsNotifications extends CrmElement {
  static properties = { byDefault: { state: true }, quiet: { state: true }, saved: { state: true } };

  form = new Form(this);
  load = new Load(this, () => this.fetch());

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  async fetch() {
    const [me, subtypes] = await Promise.all([api.get('/me'), all('/subtypes')]);
    this.byDefault = me.notifications.default;
    this.quiet = !!me.notifications.quietHours;
    return { chosen: me.notifications, subtypes };
  }

  render() {
    return html`<section class="panel" id="notifications"><h2>Notifications</h2>
      ${shown(this.load, data => this.body(data), skeleton(6, 'rows'))}</section>`;
  }

  body({ chosen, subtypes }) {
    return html`<form novalidate @submit=${this.save} @input=${() => { this.saved = false; }}>
      <div class="pair"><label class="field"><span>How you are told</span>
          <select name="default" @change=${e => { this.byDefault = e.target.value; }}>${options(CHANNELS,
            chosen.default)}</select></label>
        <label class="field"><span>When emails are sent</span><select
          name="digest">${options(DIGESTS, chosen.digest)}</select></label></div>
      <p class="muted small">What you have read in the app is not mailed to you.</p>
      <fieldset class="bare-set"><legend class="label">For what you follow</legend>
        ${subtypes.map(s => subtypeRow(s, chosen.bySubtype[s.key], this.byDefault))}</fieldset>
      <div><label class="check"><input name="quiet" type="checkbox" .checked=${this.quiet}
        @change=${e => { this.quiet = e.target.checked; }}> Quiet hours: emails wait until they are over
        <span class="faint">(${session.state.me.zone
          || 'UTC'})</span></label>${quietHours(chosen.quietHours, this.quiet)}</div>
      ${this.form.under('notifications')}${this.form.rest}
      <div class="row"><button class="primary" ?disabled=${this.form.busy}>Save</button>
        ${this.saved ? html`<span class="muted small" role="status">Saved.</span>` : ''}</div></form>`;
  }

  async save(event) {
    event.preventDefault();
    const chosen = preferencesOf(event.target);
    if (!await this.form.send(() => api.patch('/me', { notifications: this.patch(chosen) }))) return;
    this.load.set({ ...this.load.data, chosen });
    this.saved = true;
    say('Saved.');
  }

  /** A merge patch keeps what it does not name, so what was taken back is named with null. */
  patch(chosen) {
    const gone = Object.keys(this.load.data.chosen.bySubtype).filter(key => !(key in chosen.bySubtype)).map(key =>
      [key, null]);
    return { ...chosen, bySubtype: { ...chosen.bySubtype, ...Object.fromEntries(gone) } };
  }
}
customElements.define('crm-settings-notifications', CrmSettingsNotifications);
