import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { drafts } from '../../lib/drafts.js';
import { longDay } from '../../lib/format.js';
import { typeIcon } from '../../lib/icons.js';
import { beside } from '../../lib/states.js';
import { chips } from '../crm-activity-dialog/chips.js';
import { attached, filesField } from '../crm-files/field.js';
import { title } from '../crm-activity/title.js';

/** Finishing an activity: what came of it, how long it took, and what comes next. */
class CrmDoneDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, types: { state: true }, draft: { state: true }, told: { state: true },
    uploading: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.key = `done.${this.activity.id}`;
    this.draft = drafts.get(this.key) || {};
    catalog.activityTypes().then(list => { this.types = list; }, problem => { this.problem = problem; });
    api.preview(`/activities/${this.activity.id}/completion`,
      {}).then(answer => { this.told = (answer.effects || []).map(e => e.summary); }, () => {});
  }

  render() {
    const d = this.draft;
    const own = this.types?.find(t => t.id === this.activity.type.id);
    const at = name => beside(this.problem?.at(name));
    const body = html`<p class="lead">${title(this.activity)}</p>
      ${own?.outcomes?.length ? html`<div class="types" role="radiogroup"
        aria-label="Result">${own.outcomes.map(o => html`
        <label class="chip ${o === d.outcome ? 'on' : ''}"><input class="unseen" type="radio" name="outcome"
          .checked=${o === d.outcome} @change=${() => this.put({ outcome: o })}>${o}</label>`)}</div>${at('outcome')}`
            : nothing}
      <label class="field"><span>Outcome</span><textarea autofocus rows="3" maxlength="20000" .value=${d.feedback || ''}
        @input=${e => this.put({ feedback: e.target.value })}></textarea></label>${at('feedback')}
      <label class="field done-minutes"><span>Minutes it took</span><input inputmode="numeric" pattern="[0-9]*"
        maxlength="4" .value=${d.minutes || ''} @input=${e =>
          this.put({ minutes: e.target.value })}></label>${at('durationMinutes')}
      ${filesField(this, patch => this.put(patch))}
      <fieldset class="next-step"><legend class="label">Next step</legend>
        <div class="types">${(this.types || []).map(t =>
          html`<label class="chip ${t.id === d.nextType ? 'on' : ''}"><input class="unseen" type="checkbox"
            .checked=${t.id === d.nextType} @change=${e =>
              this.put({ nextType: e.target.checked ? t.id : null })}>${typeIcon(t)}${t.name}</label>`)}</div>
        ${d.nextType ? html`<label class="field"><span>Summary</span><input maxlength="255"
          .value=${d.nextSummary || ''} @input=${e => this.put({ nextSummary: e.target.value })}></label>
          <label class="field"><span>Due</span><input type="date" .value=${d.nextDue || ''}
            @input=${e => this.put({ nextDue: e.target.value })}><span
              class="hint">${d.nextDue ? longDay(d.nextDue)
                : 'Left empty, the day follows from the type and the settings.'}</span></label>
          ${chips(d.nextDue, nextDue => this.put({ nextDue }))}${at('next.typeId')}${at('next.dueDate')}`
            : nothing}</fieldset>
      ${this.told?.length ? html`<ul class="faint small told">${this.told.map(line => html`<li>${line}</li>`)}</ul>`
        : nothing}`;
    return this.frame('Done', body, html`<button type="button" class="quiet"
      @click=${() => { drafts.drop(this.key); this.close(); }}>Close</button>
      <button class="primary" ?disabled=${this.busy || this.uploading}>${d.nextType ? 'Done and schedule next'
        : 'Mark done'}</button>`, () => this.submit());
  }

  put(patch) {
    this.draft = { ...this.draft, ...patch };
    drafts.set(this.key, this.draft);
  }

  submit() {
    if (this.uploading) return;
    const { files, feedback, outcome, minutes, nextType, nextSummary, nextDue } = this.draft;
    const body = {
      ...(feedback?.trim() ? { feedback: feedback.trim() } : {}),
      ...(outcome ? { outcome } : {}),
      ...(minutes ? { durationMinutes: Number(minutes) } : {}),
      ...attached(files),
      ...(nextType ? { next: { typeId: nextType, summary: nextSummary?.trim() || null, dueDate: nextDue || null } }
        : {}),
    };
    this.send(async () => {
      const answer = await api.act(`/activities/${this.activity.id}/completion`, body, this.activity.version);
      drafts.drop(this.key);
      return answer;
    });
  }
}
customElements.define('crm-done-dialog', CrmDoneDialog);
