import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { api } from '../../lib/api.js';
import { day, plusDays, zone } from '../../lib/format.js';
import { effectLines, toast } from '../../lib/notices.js';
import { Problem } from '../../lib/problem.js';
import { beside, skeleton } from '../../lib/states.js';
import { minutesBetween, plusMinutes } from '../../lib/wall.js';
import { scoped } from '../crm-scope-dialog/crm-scope-dialog.js';
import { answerRow, shownOnly } from './reading.js';
import { changed, draftOf, members, toggled } from './body.js';
import { Company } from './company.js';
import { remindersField } from './reminders.js';
import '../crm-repeat/crm-repeat.js';

/**
 * An event: what, when, how often, with whom. For a new one, for one that may be edited, and for one that is only read.
 */
class CrmEventDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, draft: { state: true }, event: { state: true },
    sentence: { state: true } };

  company = new Company(this);

  connectedCallback() {
    super.connectedCallback();
    this.begin().catch(problem => { if (problem.status === undefined) throw problem; this.problem = problem; });
  }

  async begin() {
    const { occurrence, fresh, activity, people } = this;
    if (occurrence) {
      this.event = await api.get(`/events/${occurrence.eventId}`, { recurrenceId: occurrence.recurrenceId });
      Object.assign(this, { sentence: this.event.sentence, hints: this.event.hints });
    }
    const preferences = occurrence ? null : await api.get('/calendar-preferences');
    this.draft = draftOf({ event: this.event, fresh, activity, people, preferences });
    this.company.look();
  }

  render() {
    const { event, draft } = this;
    if (!draft) return this.frame('Event', this.problem ? nothing : skeleton(6, 'rows'),
      html`<button type="button" class="quiet" @click=${() => this.close()}>Close</button>`);
    if (event && !event.editable) return this.frame(event.title, shownOnly(event, this),
      html`<button class="quiet" autofocus>Close</button>`, () => this.close(this.answered));
    const heading = event ? 'Edit event' : this.activity
      ? `Meeting for “${this.activity.recordTitle || this.activity.summary}”` : 'New event';
    return this.frame(heading, this.fields(draft), html`
      ${event ? html`<button type="button" class="danger" ?disabled=${this.busy}
        @click=${this.deleteEvent}>Delete</button><span class="grow"></span>` : nothing}
      <button type="button" class="quiet" @click=${() => this.close(this.answered)}>Close</button>
      <button class="primary" ?disabled=${this.busy}>${event ? 'Save' : 'Create'}</button>`, () => this.submit());
  }

  fields(d) {
    const at = (...names) => beside(names.map(n => this.problem?.under(n)).filter(Boolean).join(' '));
    const date = d.from.slice(0, 10);
    return html`
      ${this.event ? answerRow(this.event, this) : nothing}
      <label class="field"><span>Title</span><input autofocus required maxlength="255" .value=${d.title}
        @input=${e => this.put({ title: e.target.value })}></label>${at('title')}
      <div class="pair">${this.time('Starts', d.from, d.allDay, value => this.moveStart(value))}
        ${this.time('Ends', d.allDay ? plusDays(d.to, -1) : d.to, d.allDay,
          value => this.put({ to: d.allDay ? plusDays(value, 1) : value }))}</div>
      ${at('start', 'end', 'zone')}
      <div class="row wrap"><label class="check"><input type="checkbox" .checked=${d.allDay}
        @change=${e => this.put(toggled(d, e.target.checked))}> All day</label>
        ${!d.allDay && d.zone !== zone() ? html`<span class="faint small">Time of ${d.zone.replace('_', ' ')}</span>`
          : nothing}</div>
      <crm-repeat .rule=${d.rrule} .date=${date} .sentence=${d.rrule ? this.sentence : ''}
        .hints=${d.rrule ? this.hints : []}
          @rule=${e => { this.put({ rrule: e.detail }); this.say(); }}></crm-repeat>${at('rrule')}
      ${this.company.field(d)}${at('attendees')}
      <label class="field"><span>Place</span><input maxlength="500" .value=${d.location}
        @input=${e => this.put({ location: e.target.value })}></label>${at('location')}
      ${remindersField(d.reminders, reminders => this.put({ reminders }))}${at('reminders')}
      <label class="field"><span>Description</span><textarea rows="2" maxlength="20000" .value=${d.description}
        @input=${e => this.put({ description: e.target.value })}></textarea></label>
      <div class="pair"><label class="field"><span>Who sees it</span><select
        @change=${e => this.put({ privacy: e.target.value })}>
          <option value="public" ?selected=${d.privacy === 'public'}>Colleagues see what it is</option>
          <option value="private" ?selected=${d.privacy === 'private'}>Others see only “Busy”</option></select></label>
        <label class="field"><span>Show me as</span><select @change=${e => this.put({ showAs: e.target.value })}>
          <option value="busy" ?selected=${d.showAs === 'busy'}>Busy</option><option value="free"
            ?selected=${d.showAs === 'free'}>Free</option></select></label></div>`;
  }

  time(name, value, allDay, put) {
    return html`<label class="field"><span>${name}</span><input type=${allDay ? 'date' : 'datetime-local'} required
      .value=${value}
      @change=${e => e.target.value && put(e.target.value)}></label>`;
  }

  /** The end goes along. */
  moveStart(from) {
    const { draft } = this;
    const length = draft.allDay ? minutesBetween(draft.from, draft.to) / 1440 : minutesBetween(draft.from, draft.to);
    this.put({ from, to: draft.allDay ? plusDays(from, length) : plusMinutes(from, length) });
    this.say();
  }

  put(patch) {
    this.draft = { ...this.draft, ...patch };
    if ('from' in patch || 'to' in patch || 'attendees' in patch) this.company.look();
  }

  /** The server's own words for the rule, and what it has against it, before anything is made. */
  say() {
    clearTimeout(this.wait);
    Object.assign(this, { sentence: '', hints: [] });
    if (!this.draft.rrule) return;
    this.wait = setTimeout(async () => {
      const { draft } = this;
      const answer = await api.preview('/events',
        { ...members({ ...draft, attendees: [], reminders: [] }), title: draft.title || 'Event' })
        .catch(problem => ({ problem }));
      if (draft !== this.draft) return;
      this.problem = answer.problem?.fields ? answer.problem : null;
      this.hints = answer.hints || [];
      this.sentence = answer.sentence
        ? `${answer.sentence}${answer.startAdjusted
          ? `; the first one is on ${day(answer.start.local.slice(0, 10), { weekday: 'long' })}` : ''}` : '';
    }, 250);
  }

  submit() {
    const { draft, event } = this;
    this.send(async () => {
      if (!event) {
        const answer = await api.create('/events',
          { ...members(draft), ...(this.activity ? { activityId: this.activity.id } : {}) }, draft.key);
        toast({ text: 'Planned:', strong: answer.title, effects: effectLines(answer) });
        return answer;
      }
      const patch = changed(draft, event);
      if (!Object.keys(patch).length) return true;
      const own = Object.keys(patch).every(name => name === 'reminders');
      if (own) return api.patch(`/events/${event.id}`, patch);
      const answer = await scoped(event, 'Change', query => api.patch(`/events/${event.id}${query}`, patch));
      if (answer === undefined) throw new Problem(0, { detail: 'Nothing was changed.' });
      return answer;
    });
  }

  deleteEvent = () => {
    const { event } = this;
    this.send(async () => {
      const gone = await scoped(event, 'Delete', query => api.remove(`/events/${event.id}${query}`));
      if (gone === undefined) throw new Problem(0, { detail: 'Nothing was deleted.' });
      toast({ text: 'Deleted:', strong: event.title });
      return true;
    });
  };

  /** Answers the invitation; the dialog stays, for one may want to read on. */
  async answer(answer) {
    this.problem = null;
    try {
      this.event = await api.act(`/events/${this.event.id}/answers`, { answer });
      this.answered = true;
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
    }
  }
}
customElements.define('crm-event-dialog', CrmEventDialog);
