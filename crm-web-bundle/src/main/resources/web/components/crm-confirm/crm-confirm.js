import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';

/** Asks once before what cannot be taken back. Answers true, or undefined when dismissed. */
class CrmConfirm extends CrmDialog {
  static properties = { ...CrmDialog.properties, heading: {}, text: {}, word: {}, danger: { type: Boolean } };

  render() {
    return this.frame(this.heading, html`${this.text ? html`<p class="lead">${this.text}</p>` : nothing}${this.more
      ?? nothing}`, html`
      <button type="button" class="quiet" autofocus @click=${() => this.close()}>Cancel</button>
      <button class=${this.danger ? 'quiet danger' : 'primary'} ?disabled=${this.busy}>${this.word}</button>`,
        () => this.close(true));
  }
}
customElements.define('crm-confirm', CrmConfirm);
