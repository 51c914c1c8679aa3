import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { FOLLOWER_ROLES as ROLES } from '../../lib/people.js';
import { shown, skeleton } from '../../lib/states.js';

/** What people of each role hear of when somebody makes them follow. Who follows already stays as they are. */
class CrmSettingsFollowers extends CrmElement {
  load = new Load(this, async () => {
    const [templates, subtypes] = await Promise.all([all('/follower-templates'), all('/subtypes')]);
    return { templates, subtypes };
  });

  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><h2>New followers</h2>
      <p class="muted small">What people hear of when somebody makes them follow an opportunity.
        It can be copied in “Edit subscription”, and each follower changes it as they like.</p>
      ${shown(this.load, data => html`${data.templates.map(t => this.template(t, data.subtypes))}${this.form.rest}`,
    skeleton(6, 'rows'))}</section>`;
  }

  template({ role, subtypes: heard, chosen }, subtypes) {
    const possible = subtypes.filter(s => role !== 'external' || !s.internal);
    return html`<form class="template" aria-label=${ROLES[role]} @submit=${event => this.save(event, role)}>
      <fieldset class="bare-set"><legend class="label">${ROLES[role]}</legend><div class="template-checks">
        ${possible.map(s => html`<label class="check"><input type="checkbox" name="subtypes" value=${s.key}
          .checked=${heard.includes(s.key)}> ${s.name}</label>`)}</div></fieldset>
      <div class="row"><button ?disabled=${this.form.busy}>Save</button>${chosen ? html`<button type="button"
        class="quiet" ?disabled=${this.form.busy} @click=${() => this.reset(role)}>As usual again</button>`
    : nothing}</div></form>`;
  }

  async save(event, role) {
    event.preventDefault();
    const subtypes = new FormData(event.target).getAll('subtypes');
    await this.change(() => api.put(`/follower-templates/${role}`, { subtypes }));
  }

  async reset(role) {
    await this.change(() => api.remove(`/follower-templates/${role}`));
  }

  async change(act) {
    if (!await this.form.send(act)) return;
    await this.load.run();
    say('Saved.');
  }
}
customElements.define('crm-settings-followers', CrmSettingsFollowers);
