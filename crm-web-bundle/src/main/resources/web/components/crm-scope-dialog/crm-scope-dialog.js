import { html, nothing } from 'lit';
import { CrmDialog, ask } from '../../lib/dialogs.js';
import { day } from '../../lib/format.js';

const SCOPES = [
  ['this', 'This event', 'The others stay as they are.'],
  ['following', 'This and following events', 'The series is split here; what was before stays.'],
  ['all', 'All events', 'Those that are over stay as they were.'],
];
const KINDS = { moved: 'moved', changed: 'changed', deleted: 'deleted' };

/** Asks which occurrences of a series are meant; shows what a new rule would discard. */
class CrmScopeDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, word: {}, lost: {}, scope: { state: true } };

  render() {
    if (this.lost) return this.preview();
    const chosen = this.scope || 'this';
    const body = html`<div class="opts" role="radiogroup"
      aria-labelledby="dialog-title">${SCOPES.map(([scope, name, hint], i) => html`
      <label class="opt"><input type="radio" name="scope" value=${scope} .checked=${scope === chosen}
        ?autofocus=${i === 0}
        @change=${() => { this.scope = scope; }}><span>${name}<br><span
          class="faint small">${hint}</span></span></label>`)}</div>`;
    return this.frame(`${this.word} which events?`, body, html`
      <button type="button" class="quiet" @click=${() => this.close()}>Cancel</button>
      <button class="primary">${this.word}</button>`, () => this.close(chosen));
  }

  preview() {
    const body = html`<p class="lead">These single changes do not fit the new rule and would be lost:</p>
      <ul class="lost-list">${this.lost.slice(0, 12).map(e => html`<li class="row">
        <b class="num">${day(e.recurrenceId.slice(0, 10), { weekday: 'short' })}</b><span
          class="faint">${KINDS[e.kind] || e.kind}</span></li>`)}</ul>
      ${this.lost.length > 12 ? html`<p class="faint small">and ${this.lost.length - 12} more</p>` : nothing}`;
    return this.frame('Discard single changes?', body, html`
      <button type="button" class="quiet" autofocus @click=${() => this.close()}>Keep the series as it is</button>
      <button class="primary">Discard them</button>`, () => this.close(true));
  }
}
customElements.define('crm-scope-dialog', CrmScopeDialog);

/**
 * Does an act on an event; of a series it asks for the scope first, and before single changes get lost. `act` gets the
 * query to append. Gives the answer, or undefined when the person thought better of it.
 */
export async function scoped(event, word, act) {
  let where = '';
  if (event.recurrenceId) {
    const scope = await ask('crm-scope-dialog', { word });
    if (!scope) return undefined;
    where = `?scope=${scope}&recurrenceId=${encodeURIComponent(event.recurrenceId)}`;
  }
  try {
    return await act(where) ?? true;
  } catch (problem) {
    if (problem.code !== 'confirm_discard_required') throw problem;
    if (!await ask('crm-scope-dialog', { word, lost: problem.exceptions })) return undefined;
    return await act(`${where}${where ? '&' : '?'}confirmDiscard=true`) ?? true;
  }
}
