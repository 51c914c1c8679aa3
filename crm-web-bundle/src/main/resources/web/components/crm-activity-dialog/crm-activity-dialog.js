import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { drafts } from '../../lib/drafts.js';
import { recordOf } from '../../lib/acts.js';
import { findUsers } from '../../lib/people.js';
import { session } from '../../lib/session.js';
import { today } from '../../lib/format.js';
import { typeIcon } from '../../lib/icons.js';
import { beside } from '../../lib/states.js';
import { chips } from './chips.js';
import '../crm-picker/crm-picker.js';

/** The activity popup: type, summary, note, who and when. For a new one and for one that is planned. */
class CrmActivityDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, types: { state: true }, draft: { state: true }, cancelling: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.key = this.activity ? `activity.${this.activity.id}` : `schedule.${this.opportunity.id}`;
    const a = this.activity;
    const start = a ? { typeId: a.type.id, summary: a.summary, note: a.note, assignee: a.assignee, dueDate: a.dueDate } : { assignee: { id: session.state.me.id, name: session.state.me.name }, key: crypto.randomUUID() };
    this.draft = drafts.get(this.key) || start;
    catalog.activityTypes().then(list => { this.types = list; if (!this.draft.typeId) this.draft = { ...this.draft, typeId: list[0]?.id }; }, problem => { this.problem = problem; });
  }

  render() {
    const d = this.draft;
    const past = d.dueDate && d.dueDate < today();
    const at = name => beside(this.problem?.at(name));
    const body = html`
      <div class="types" role="radiogroup" aria-label="Type">${(this.types || []).map(t => html`
        <label class="chip ${t.id === d.typeId ? 'on' : ''}"><input class="unseen" type="radio" name="type" .checked=${t.id === d.typeId} @change=${() => this.put({ typeId: t.id })}>${typeIcon(t)}${t.name}</label>`)}</div>${at('typeId')}
      <label class="field"><span>Summary</span><input autofocus maxlength="200" .value=${d.summary || ''} @input=${e => this.put({ summary: e.target.value })}></label>${at('summary')}
      <div class="pair"><label class="field"><span>Due</span><input type="date" .value=${d.dueDate || ''} aria-invalid=${!!this.problem?.at('dueDate')} @input=${e => this.put({ dueDate: e.target.value })}></label>
        <div class="field"><span>Assigned to</span><crm-picker label="Assigned to" .value=${d.assignee} .search=${findUsers} @pick=${e => this.put({ assignee: e.detail })}></crm-picker></div></div>
      ${chips(d.dueDate, date => this.put({ dueDate: date }))}
      ${at('dueDate')}${at('assigneeId')}
      ${past ? html`<p class="small due-past">This day is over: the activity is late at once.</p>` : this.why(d)}
      <label class="field"><span>Note</span><textarea rows="3" .value=${d.note || ''} @input=${e => this.put({ note: e.target.value })}></textarea></label>${at('note')}`;
    const name = this.activity ? 'Edit activity' : `Schedule for “${this.opportunity.name}”`;
    return this.frame(name, body, html`
      ${this.activity ? html`<button type="button" class="danger" @click=${this.cancelActivity} ?disabled=${this.busy}>Cancel activity</button><span class="grow"></span>` : nothing}
      <button type="button" class="quiet" @click=${() => { drafts.drop(this.key); this.close(); }}>Close</button>
      <button class="primary" ?disabled=${this.busy || !d.typeId}>${this.activity ? 'Save' : 'Schedule'}</button>`, () => this.submit());
  }

  /** The server's own words for a computed date; without a date it will compute one. */
  why(d) {
    if (this.activity?.dueExplanation && d.dueDate === this.activity.dueDate) return html`<p class="faint small">${this.activity.dueExplanation}</p>`;
    return d.dueDate ? nothing : html`<p class="faint small">Left empty, the day follows from the type and the answers in the settings.</p>`;
  }

  put(patch) {
    this.draft = { ...this.draft, ...patch };
    drafts.set(this.key, this.draft);
  }

  submit() {
    const { typeId, summary, note, assignee, dueDate, key } = this.draft;
    const body = { typeId, summary: summary?.trim() || null, note: note?.trim() || null, assigneeId: assignee?.id ?? null, dueDate: dueDate || null };
    this.send(async () => {
      const answer = this.activity ? await api.patch(`/activities/${this.activity.id}`, changed(body, this.activity), this.activity.version)
        : await api.create('/activities', { record: recordOf(this.opportunity), ...given(body) }, key);
      drafts.drop(this.key);
      return answer;
    });
  }

  cancelActivity() {
    this.send(async () => {
      const answer = await api.act(`/activities/${this.activity.id}/cancellation`, {}, this.activity.version);
      drafts.drop(this.key);
      return answer || true;
    });
  }
}

const given = body => Object.fromEntries(Object.entries(body).filter(([, v]) => v !== null));

/** Only what was changed is sent, so that two people editing different things do not meet. */
function changed(body, a) {
  const old = { typeId: a.type.id, summary: a.summary ?? null, note: a.note ?? null, assigneeId: a.assignee?.id ?? null, dueDate: a.dueDate };
  return Object.fromEntries(Object.entries(body).filter(([name, v]) => v !== old[name]));
}
customElements.define('crm-activity-dialog', CrmActivityDialog);
