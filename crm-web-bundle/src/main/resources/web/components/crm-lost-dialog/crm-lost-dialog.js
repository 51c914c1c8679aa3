import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { catalog } from '../../lib/catalog.js';
import { drafts } from '../../lib/drafts.js';
import { openActivities } from '../../lib/acts.js';
import { icon } from '../../lib/icons.js';
import { beside, skeleton } from '../../lib/states.js';
import { plural } from '../../lib/format.js';

/** Why was it lost? One reason, maybe a note. What one wrote is kept when the dialog is dismissed. */
class CrmLostDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, reasons: { state: true }, choice: { state: true },
    open: { state: true }, missing: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.key = `lost.${this.opportunity.id}`;
    this.choice = drafts.get(this.key) || {};
    catalog.lostReasons().then(list => { this.reasons = list; }, problem => { this.problem = problem; });
    if (!this.many) openActivities(this.opportunity).then(list => { this.open = list.length; },
      () => { this.open = 0; });
  }

  updated(changed) {
    if (changed.has('reasons') && this.reasons) this.querySelector('input:checked, input')?.focus();
  }

  render() {
    const { lostReasonId, note = '', proposedReason } = this.choice;
    const reason = this.reasons?.find(r => r.id === lostReasonId);
    const body = html`
      <p class="lead">Pick the closest reason: it feeds the missed-sales analysis.</p>
      <div class="opts" role="radiogroup" aria-label="Reason"
        aria-describedby="reason-missing">${this.reasons ? this.reasons.map(r => html`
        <label class="opt"><input type="radio" name="reason" .checked=${r.id === lostReasonId}
          @change=${() => this.put({ lostReasonId: r.id })}>${r.name}</label>`) : skeleton(4, 'rows')}
        ${proposedReason === undefined
          ? html`<button type="button" class="opt faint propose"
            @click=${() => this.put({ proposedReason: '' })}>${icon('plus')}Propose another reason</button>`
          : html`<label class="field proposal"><span>Your words for it, beside the closest reason</span><input
            maxlength="120" .value=${proposedReason}
              @input=${e => this.put({ proposedReason: e.target.value })}></label>`}
      </div>
      <div id="reason-missing">${beside(this.missing === 'reason' ? 'Pick a reason first.'
        : this.problem?.at('lostReasonId'))}</div>
      <label class="field"><span class="unseen">What did we learn?</span>
        <textarea rows="2" placeholder="What did we learn? (${reason?.noteRequired ? 'needed with this reason'
          : 'optional'}, stays internal)" .value=${note} aria-invalid=${this.missing === 'note'}
            aria-describedby="note-missing"
          @input=${e => this.put({ note: e.target.value })}></textarea></label>
      <div id="note-missing">${beside(this.missing === 'note' ? 'This reason needs a note.'
        : this.problem?.at('note'))}</div>
      ${this.open ? html`<p class="faint small">${plural(this.open, 'planned activity',
        'planned activities')} will be cancelled. Restoring brings ${this.open === 1 ? 'it' : 'them'} back.</p>`
          : nothing}`;
    return this.frame(this.many ? `Why were ${this.opportunity.name} lost?`
      : `Why was “${this.opportunity.name}” lost?`, body, html`
      <button type="button" class="quiet" @click=${() => this.close()}>Cancel</button>
      <button class="primary" ?disabled=${this.busy}>Mark lost</button>`, () => this.submit(reason));
  }

  put(patch) {
    this.choice = { ...this.choice, ...patch };
    this.missing = null;
    drafts.set(this.key, this.choice);
  }

  submit(reason) {
    const note = this.choice.note?.trim();
    this.missing = !reason ? 'reason' : reason.noteRequired && !note ? 'note' : null;
    if (this.missing) return void this.querySelector(this.missing === 'note' ? 'textarea' : 'input')?.focus();
    const proposedReason = this.choice.proposedReason?.trim() || undefined;
    this.send(async () => {
      const answer = await this.act({ lostReasonId: reason.id, note: note || undefined, proposedReason });
      drafts.drop(this.key);
      return answer;
    });
  }
}
customElements.define('crm-lost-dialog', CrmLostDialog);
