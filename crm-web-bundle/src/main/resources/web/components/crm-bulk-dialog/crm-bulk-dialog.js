import { html } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { catalog } from '../../lib/catalog.js';
import { findUsers } from '../../lib/people.js';
import { beside } from '../../lib/states.js';
import '../crm-picker/crm-picker.js';

const list = text => [...new Set((text || '').split(',').map(t => t.trim()).filter(Boolean))];

/** What an act on many still has to know: to whom, which tags, or whether one is sure. */
class CrmBulkDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, person: { state: true }, teamId: { state: true }, add: { state: true },
    off: { state: true }, teams: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    if (this.kind === 'assign') catalog.teams().then(teams => { this.teams = teams; }, () => { this.teams = []; });
  }

  render() {
    return this[this.kind === 'delete' ? 'sure' : this.kind]();
  }

  ask(title, body, word, answer, cls = 'primary') {
    return this.frame(title, body, html`<button type="button" class="quiet" @click=${() => this.close()}>Cancel</button>
      <button class=${cls} ?disabled=${this.busy || !answer}>${word}</button>`, () => answer
        && this.send(() => this.act(answer)));
  }

  assign() {
    const answer = { ...(this.person ? { salespersonId: this.person.id } : {}),
      ...(this.teamId ? { teamId: Number(this.teamId) } : {}) };
    return this.ask(`Assign ${this.title}`, html`
      <div class="field"><span>Salesperson</span><crm-picker label="Salesperson" placeholder="Leave as it is"
        .value=${this.person} .search=${findUsers} @pick=${e => { this.person = e.detail; }}></crm-picker></div>
      <label class="field"><span>Team</span><select @change=${e => { this.teamId = e.target.value; }}><option
        value="">Leave as it is</option>${(this.teams
          || []).map(t => html`<option value=${t.id}>${t.name}</option>`)}</select></label>
      ${beside(this.problem?.at('salespersonId') || this.problem?.at('teamId'))}`, 'Assign', Object.keys(answer).length
        ? answer : null);
  }

  tag() {
    const [tags, removeTags] = [list(this.add), list(this.off)];
    const answer = { ...(tags.length ? { tags } : {}), ...(removeTags.length ? { removeTags } : {}) };
    return this.ask(`Tags of ${this.title}`, html`
      <label class="field"><span>Add, separated by commas</span><input autofocus .value=${this.add || ''}
        @input=${e => { this.add = e.target.value; }}></label>
      <label class="field"><span>Remove</span><input list="known-tags" .value=${this.off || ''}
        @input=${e => { this.off = e.target.value; }}></label>
      <datalist id="known-tags">${this.known.map(t =>
        html`<option value=${t}></option>`)}</datalist>${beside(this.problem?.at('tags')
          || this.problem?.at('removeTags'))}`, 'Save', Object.keys(answer).length ? answer : null);
  }

  sure() {
    return this.ask(`Delete ${this.title}?`, html`<p
      class="muted">With their history and what is planned for them. To close without a sale, mark them lost instead:
        that stays in the reports.</p>`, 'Delete', {}, 'primary danger-fill');
  }
}
customElements.define('crm-bulk-dialog', CrmBulkDialog);
