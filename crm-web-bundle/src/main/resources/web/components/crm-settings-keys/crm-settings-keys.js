import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { Form, values } from '../../lib/form.js';
import { iconButton } from '../../lib/bits.js';
import { dayOf, day } from '../../lib/format.js';
import { Load } from '../../lib/load.js';
import { shown, skeleton } from '../../lib/states.js';

/** Keys for programs that act in one's name. A key is shown once. */
class CrmSettingsKeys extends CrmElement {
  static properties = { fresh: { state: true } };
  load = new Load(this, () => all('/api-keys'));
  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><h2>API keys</h2><p
      class="muted">A program with your key may do what you may. See <a class="link" href="/api/docs" target="_blank"
        rel="noopener">the API’s documentation</a>.</p>
      ${this.fresh ? html`<div role="status"><p>This is the key. It is shown only now:</p><p
        class="secret">${this.fresh}</p></div>` : nothing}
      ${shown(this.load, list => (list.length ? html`<ul
        class="team-list">${list.map(k => html`<li class="row"><b class="strong">${k.name}</b><span
          class="faint small">${[k.createdAt && `made ${day(dayOf(k.createdAt))}`, k.lastUsedAt
            && `used ${day(dayOf(k.lastUsedAt))}`].filter(Boolean).join(' · ')}</span><span
              class="grow"></span>${iconButton('close', `Revoke ${k.name}`, () => this.revoke(k))}</li>`)}</ul>`
                : html`<p class="faint">No keys yet.</p>`), skeleton(2, 'rows'))}
      <form class="add-form narrow" novalidate @submit=${this.add}><label
        class="field"><span>What is it for?</span><input name="name" required
          maxlength="100">${this.form.at('name')}</label>
        ${this.form.rest}<div class="row"><button class="quiet"
          ?disabled=${this.form.busy}>Make a key</button></div></form></section>`;
  }

  async add(event) {
    event.preventDefault();
    const form = event.target;
    const ok = await this.form.send(async () => {
      const made = await api.create('/api-keys', values(form));
      this.fresh = made.key || made.token || made.secret;
    });
    if (!ok) return;
    form.reset();
    this.load.run();
  }

  async revoke(key) {
    this.fresh = null;
    await this.form.send(() => api.remove(`/api-keys/${key.id}`));
    this.load.run();
  }
}
customElements.define('crm-settings-keys', CrmSettingsKeys);
