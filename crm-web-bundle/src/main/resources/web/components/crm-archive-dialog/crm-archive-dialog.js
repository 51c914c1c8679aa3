import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { beside } from '../../lib/states.js';

/** Archives a stage. Cards that stand in it go to another one, each with a line in its history. */
class CrmArchiveDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, target: { state: true } };

  render() {
    const { stage, targets } = this;
    const target = this.target ?? (targets.findLast(t => t.sequence < stage.sequence) || targets[0])?.id;
    const body = html`<p class="lead">It leaves the board and all pickers. Its history stays readable, and it can be
      used again.</p>
      ${targets.length ? html`<label class="field"><span>Cards that stand in it go to</span><select autofocus
        @change=${e => { this.target = Number(e.target.value); }}>${targets.map(t =>
          html`<option value=${t.id} ?selected=${t.id === target}>${t.name}</option>`)}</select></label>` : nothing}
      ${beside(this.problem?.fields.map(f => f.message).join(' '))}`;
    return this.frame(`Archive ${stage.name}?`, body,
      html`<button type="button" class="quiet" @click=${() => this.close()}>Cancel</button><button class="primary"
        ?disabled=${this.busy}>Archive</button>`,
      () => this.send(() => this.act({ active: false, ...(targets.length ? { targetStageId: target } : {}) })));
  }
}
customElements.define('crm-archive-dialog', CrmArchiveDialog);
