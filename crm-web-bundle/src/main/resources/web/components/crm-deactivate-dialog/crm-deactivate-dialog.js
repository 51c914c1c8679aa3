import { html } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { api } from '../../lib/api.js';

/** Someone leaves: their open work goes to a colleague, nothing of it is deleted. */
class CrmDeactivateDialog extends CrmDialog {
  render() {
    return this.frame(`Deactivate ${this.user.name}?`, html`
      <p class="lead">They can no longer sign in. What they did stays as it is.</p>
      <label class="field"><span>Open opportunities and activities go to</span><select>
        <option value="">the leader of the team</option>${this.others.map(u =>
          html`<option value=${u.id}>${u.name}</option>`)}</select></label>`, html`
      <button type="button" class="quiet" autofocus @click=${() => this.close()}>Cancel</button><button class="primary"
        ?disabled=${this.busy}>Deactivate</button>`, () => this.submit());
  }

  submit() {
    const to = this.querySelector('select').value;
    this.send(async () => (await api.act(`/users/${this.user.id}/deactivation`, to ? { reassignTo: Number(to) } : {},
      this.user.version)) || true);
  }
}
customElements.define('crm-deactivate-dialog', CrmDeactivateDialog);
