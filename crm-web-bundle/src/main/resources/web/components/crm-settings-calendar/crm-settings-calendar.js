import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { iconButton } from '../../lib/bits.js';
import { day, dayOf, plural } from '../../lib/format.js';
import { Form, values } from '../../lib/form.js';
import { Load } from '../../lib/load.js';
import { session } from '../../lib/session.js';
import { shown, skeleton } from '../../lib/states.js';
import { icon } from '../../lib/icons.js';
import { browserReminders } from './browser-reminders.js';
import { remindersField } from '../crm-event-dialog/reminders.js';

const KINDS = { private: 'All of my calendar', busy: 'Only when I am busy', team: 'A team’s calendar' };
const DAYS = { mo: 'Monday', su: 'Sunday', sa: 'Saturday' };

/** One's own calendar: working hours and reminders, feeds for other programs, and taking in a file. */
class CrmSettingsCalendar extends CrmElement {
  static properties = { fresh: { state: true }, kind: { state: true }, told: { state: true } };

  preferences = new Load(this, () => api.get('/calendar-preferences'));
  feeds = new Load(this, () => all('/calendar-feeds'));
  form = new Form(this);
  feedForm = new Form(this);
  importForm = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.preferences.run();
    this.feeds.run();
  }

  render() {
    return html`<section
      class="panel"><h2>Calendar</h2>${shown(this.preferences, p => this.own(p), skeleton(4, 'rows'))}</section>
      ${browserReminders(this)}
      <section class="panel"><h2>Feeds</h2>
        <p class="muted">Other calendar programs can subscribe to a feed. Anyone who knows its address can read it.</p>
        ${this.fresh ? html`<div role="status"><p>This is the address. It is shown only now.</p><p
          class="secret">${this.fresh}</p></div>` : nothing}
        ${shown(this.feeds, list => this.list(list), skeleton(2, 'rows'))}${this.adding()}</section>
      <section class="panel"><h2>Import</h2>
        <p class="muted">Adds the events of an .ics file to your calendar. Nobody is invited. Importing a file again
          updates its events.</p>
        <p><label class="button quiet">${icon('upload')}Choose a file<input class="unseen" type="file"
          accept=".ics,text/calendar"
          @change=${this.take}></label></p>
        ${this.importForm.rest}${this.told ? html`<p role="status">${this.told}</p>` : nothing}</section>`;
  }

  own(p) {
    return html`<form class="stack-form" novalidate @submit=${this.save}>
      <div class="pair"><label class="field"><span>Working day begins</span><input type="time" name="workFrom"
        .value=${p.workFrom}>${this.form.at('workFrom')}</label>
        <label class="field"><span>and ends</span><input type="time" name="workTo"
          .value=${p.workTo}>${this.form.at('workTo')}</label></div>
      <div class="pair"><label class="field"><span>The week begins on</span><select
        name="weekStart">${Object.entries(DAYS).map(([value, name]) => html`
          <option value=${value} ?selected=${value === p.weekStart}>${name}</option>`)}</select></label>
        <label class="field"><span>New events are seen by</span><select name="privacy"><option value="public"
          ?selected=${p.privacy === 'public'}>Colleagues</option>
          <option value="private"
            ?selected=${p.privacy === 'private'}>Nobody; they show as Busy</option></select></label></div>
      ${remindersField(this.reminders || p.reminders,
        list => { this.reminders = list; this.requestUpdate(); })}${this.form.under('reminders')}
      ${this.form.rest}<div class="row"><button class="primary" ?disabled=${this.form.busy}>Save</button></div></form>`;
  }

  save = async event => {
    event.preventDefault();
    const patch = { ...values(event.target), reminders: this.reminders || this.preferences.data.reminders };
    await this.form.send(async () =>
      this.preferences.set(await api.patch('/calendar-preferences', patch, this.preferences.data.version)));
  };

  list(feeds) {
    if (!feeds.length) return html`<p class="faint">No feeds yet.</p>`;
    return html`<ul class="team-list">${feeds.map(f =>
      html`<li class="row"><b class="strong">${f.team ? f.team.name : KINDS[f.kind]}</b>
      <span class="faint small">created ${day(dayOf(f.createdAt))}</span><span class="grow"></span>
      ${iconButton('close', `Revoke the feed ${KINDS[f.kind]}`, () => this.revoke(f))}</li>`)}</ul>`;
  }

  adding() {
    const teams = session.state.me.teams || [];
    const kinds = Object.entries(KINDS).filter(([kind]) => kind !== 'team' || teams.length);
    return html`<form class="add-form narrow" novalidate @submit=${this.add}>
      <label class="field"><span>What it shows</span><select name="kind"
        @change=${e => { this.kind = e.target.value;
          }}>${kinds.map(([value, name]) => html`<option value=${value}>${name}</option>`)}</select></label>
      ${this.kind === 'team'
        ? html`<label class="field"><span>Team</span><select
          name="teamId">${teams.map(t => html`<option value=${t.id}>${t.name}</option>`)}</select></label>` : nothing}
      ${this.feedForm.rest}<div class="row"><button class="quiet"
        ?disabled=${this.feedForm.busy}>Add a feed</button></div></form>`;
  }

  add = async event => {
    event.preventDefault();
    const { kind, teamId } = values(event.target);
    const ok = await this.feedForm.send(async () =>
      { this.fresh = (await api.create('/calendar-feeds', { kind, ...(teamId ? { teamId: Number(teamId) } : {}) })).url;
        });
    if (ok) this.feeds.run();
  };

  async revoke(feed) {
    this.fresh = null;
    await this.feedForm.send(() => api.remove(`/calendar-feeds/${feed.id}`));
    this.feeds.run();
  }

  take = async ({ target }) => {
    const [file] = target.files;
    this.told = '';
    if (!file) return;
    await this.importForm.send(async () => {
      const r = await api.upload('/calendar-imports', {}, file, 'text/calendar');
      this.told = [`${plural(r.created, 'event')} added`, `${r.updated} updated`, `${r.skipped} unchanged`,
        ...r.problems.slice(0, 3).map(p => p.message)].join(', ');
    });
    target.value = '';
  };
}
customElements.define('crm-settings-calendar', CrmSettingsCalendar);
