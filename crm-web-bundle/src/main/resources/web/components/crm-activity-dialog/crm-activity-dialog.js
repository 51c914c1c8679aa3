import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { drafts } from '../../lib/drafts.js';
import { recordOf } from '../../lib/acts.js';
import { findAssignees, findOpportunities } from '../../lib/people.js';
import { go } from '../../lib/router.js';
import { has, session } from '../../lib/session.js';
import { longDay, plural, today } from '../../lib/format.js';
import { typeIcon } from '../../lib/icons.js';
import { effectLines, toast } from '../../lib/notices.js';
import { beside } from '../../lib/states.js';
import { filesField } from '../crm-files/field.js';
import { title } from '../crm-activity/title.js';
import { launch, reason } from '../crm-plans/crm-plans.js';
import { chips } from './chips.js';
import { changed, given, past, wanted } from './body.js';
import '../crm-picker/crm-picker.js';
import { fromLine } from './line-values.js';
import './one-line.js';

/**
 * The activity popup: type, summary, note, who and when. For a new one, for one that is planned, and for one that is
 * over.
 */
class CrmActivityDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, types: { state: true }, draft: { state: true },
    cancelling: { state: true }, computed: { state: true }, uploading: { state: true }, plan: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    const a = this.activity;
    this.key = a ? `activity.${a.id}` : `schedule.${this.opportunity?.id || 'any'}`;
    const me = { id: session.state.me.id, name: session.state.me.name };
    const start = a ? { typeId: a.type.id, summary: a.summary, note: a.note, assignee: a.assignee || (a.team
      ? { ...a.team, kind: 'team' } : null), dueDate: a.dueDate, files: a.attachments } : { assignee: me,
        key: crypto.randomUUID() };
    this.draft = drafts.get(this.key) || start;
    catalog.activityTypes().then(list => this.took(list), problem => { this.problem = problem; });
  }

  took(list) {
    this.types = list;
    if (!this.draft.typeId) this.draft = { ...this.draft, typeId: list[0]?.id };
    this.compute();
  }

  get record() {
    const about = this.opportunity || this.draft.about;
    return this.activity?.record || (about ? recordOf(about) : null);
  }

  render() {
    if (this.cancelling) return this.asking();
    const d = this.draft;
    const at = name => beside(this.problem?.at(name));
    const about = this.opportunity || d.about;
    const body = html`
      ${this.activity || this.opportunity ? nothing : html`<div class="field"><span>About</span><crm-picker
        label="Opportunity" placeholder="Find an opportunity" .value=${d.about} .search=${findOpportunities}
          @pick=${e => this.put({ about: e.detail })}></crm-picker></div>${at('record')}`}
      ${this.activity ? nothing : html`<crm-plans .record=${this.record} .value=${this.plan}
        @plan=${e => { this.plan = e.detail; this.problem = null; }}></crm-plans>`}
      ${this.plan ? beside(this.problem?.fields.length && reason(this.problem)) : this.fields(d, at)}`;
    const name = this.activity ? 'Edit activity' : about ? `Schedule for “${about.name}”` : 'Schedule';
    const act = this.activity ? 'Save' : this.plan ? 'Start plan' : d.over ? 'Log it' : this.picksSlot
      ? 'Pick a time slot' : 'Schedule';
    return this.frame(name, body, html`
      ${this.activity ? html`<button type="button" class="danger" @click=${() => this.turn(true)}
        ?disabled=${this.busy}>Cancel activity</button><span class="grow"></span>` : nothing}
      <button type="button" class="quiet" @click=${() => { drafts.drop(this.key); this.close(); }}>Close</button>
      ${this.picksSlot ? html`<button type="button" class="quiet" ?disabled=${!this.ready}
        @click=${() => this.submit(false)}>Schedule</button>` : nothing}
      <button class="primary" ?disabled=${!this.ready}>${act}</button>`,
    () => (this.plan ? this.start() : this.submit()));
  }

  get ready() {
    return !this.busy && !this.uploading && this.record && (this.plan || this.draft.typeId);
  }

  /** Those of one activity. */
  fields(d, at) {
    return html`
      ${this.activity ? nothing : html`<crm-one-line .record=${this.record}
        @understood=${this.understood}></crm-one-line>`}
      <div class="types" role="radiogroup" aria-label="Type">${(this.types || []).map(t => html`
        <label class="chip ${t.id === d.typeId ? 'on' : ''}"><input class="unseen" type="radio" name="type"
          .checked=${t.id === d.typeId}
            @change=${() => this.put({ typeId: t.id })}>${typeIcon(t)}${t.name}</label>`)}</div>${at('typeId')}
      <label class="field"><span>Summary</span><input autofocus maxlength="200" .value=${d.summary || ''}
        @input=${e => this.put({ summary: e.target.value })}></label>${at('summary')}
      ${d.over ? past(d, patch => this.put(patch)) : this.when(d, at)}
      <label class="field"><span>Note</span><textarea rows="3" .value=${d.note || ''}
        @input=${e => this.put({ note: e.target.value })}></textarea></label>${at('note')}${at('completedAt')}
      ${filesField(this, patch => this.put(patch), this.activity?.attachments)}
      ${this.activity ? nothing : html`<label class="check"><input type="checkbox" .checked=${!!d.over}
        @change=${e => this.put({ over: e.target.checked })}> This has happened already</label>`}`;
  }

  when(d, at) {
    return html`<div class="pair due-pair"><label class="field"><span>Due</span><input type="date"
      .value=${d.dueDate || ''} aria-invalid=${!!this.problem?.at('dueDate')}
      @input=${e => this.put({ dueDate: e.target.value })}></label>
        <div class="field"><span>Assigned to</span><crm-picker label="Assigned to" .value=${d.assignee}
          .search=${findAssignees} @pick=${e => this.put({ assignee: e.detail })}></crm-picker></div>
      ${chips(d.dueDate, date => this.put({ dueDate: date }))}
      ${d.dueDate && d.dueDate < today() ? html`<p
        class="small due-why due-past">This day has passed: the activity will be overdue at once.</p>`
        : this.why(d)}</div>
      ${at('dueDate')}${at('assigneeId')}${at('teamId')}`;
  }

  /** The server's own words for a computed date; without a date it tells which one it would be. */
  why(d) {
    if (this.activity?.dueExplanation && d.dueDate === this.activity.dueDate) return html`<p
      class="faint small due-why">${this.activity.dueExplanation}</p>`;
    if (d.dueDate) return nothing;
    return html`<p class="faint small due-why">${this.computed
      ? html`Defaults to <b>${longDay(this.computed.dueDate)}</b>. ${this.computed.dueExplanation
        || ''}` : 'Defaults to the day that the settings give for its type.'}</p>`;
  }

  understood = ({ detail }) => {
    const { patch, line } = fromLine(this.draft, this.line, detail);
    this.line = line;
    if (Object.keys(patch).length) this.put(patch);
  };

  put(patch) {
    this.draft = { ...this.draft, ...patch };
    drafts.set(this.key, this.draft);
    if (!this.draft.dueDate && ['typeId', 'assignee', 'about', 'dueDate'].some(name => name in patch)) this.compute();
  }

  /** Asks, without making anything, which day it would be. */
  async compute() {
    const { record, draft } = this;
    if (this.activity || draft.dueDate || !record || !draft.typeId) return;
    try {
      const answer = await api.preview('/activities', { record, ...given(wanted({ ...draft, over: false,
        dueDate: null, files: null })) });
      if (draft === this.draft) this.computed = answer;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.computed = null;
    }
  }

  /** @param slot whether its hour is picked in the calendar next; without that it is due on a day */
  submit(slot = this.picksSlot) {
    if (this.uploading) return;
    const body = wanted(this.draft);
    this.send(async () => {
      const answer = this.activity ? await api.patch(`/activities/${this.activity.id}`, changed(body, this.activity),
        this.activity.version)
        : await api.create('/activities', { record: this.record, ...given(body) }, this.draft.key);
      drafts.drop(this.key);
      if (slot) go(`/calendar?pick=${answer.id}&day=${answer.dueDate}`);
      return answer;
    });
  }

  /** A meeting gets its hour in the calendar, which opens when the activity is there. */
  get picksSlot() {
    const type = this.types?.find(t => t.id === this.draft.typeId);
    return !this.activity && !this.plan && !this.draft.over && type?.category === 'meeting' && has('calendar');
  }

  start() {
    this.send(async () => {
      const answer = await launch(this.plan, this.record);
      drafts.drop(this.key);
      toast({ text: `“${this.plan.name}” started: ${plural(answer.activities.length, 'activity',
        'activities')} planned.`, effects: effectLines(answer), undo: answer.undo });
      return answer;
    });
  }

  /** Why it is not going to be done: asked before it is cancelled, because that button stands beside Close. */
  asking() {
    const body = html`<p
      class="lead">“${title(this.activity)}” is not done and leaves the plan. The history keeps it.</p>
      <label class="field"><span>Reason (optional)</span><textarea class="cancel-reason" rows="2" maxlength="500"
        .value=${this.reason || ''} @input=${e => { this.reason = e.target.value; }}></textarea></label>
      ${beside(this.problem?.at('reason'))}`;
    return this.frame('Cancel activity', body, html`
      <button type="button" class="quiet" @click=${() => this.turn(false)}>Keep it</button>
      <button class="quiet danger" ?disabled=${this.busy}>Cancel activity</button>`, () => this.cancelActivity());
  }

  async turn(cancelling) {
    this.cancelling = cancelling;
    this.problem = null;
    await this.updateComplete;
    this.querySelector(cancelling ? '.cancel-reason' : '[autofocus]')?.focus();
  }

  cancelActivity() {
    this.send(async () => {
      const a = this.activity;
      const reason = this.reason?.trim();
      const answer = await api.act(`/activities/${a.id}/cancellation`, reason ? { reason } : {}, a.version);
      drafts.drop(this.key);
      toast({ text: `“${title(a)}” is cancelled.`, effects: effectLines(answer), undo: answer?.undo });
      return answer || true;
    });
  }
}
customElements.define('crm-activity-dialog', CrmActivityDialog);
