import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog, forgetCatalog } from '../../lib/catalog.js';
import { browserZone } from '../../lib/format.js';
import { Load } from '../../lib/load.js';
import { has } from '../../lib/session.js';
import { icon } from '../../lib/icons.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import { currencies, longDue, zones } from './lists.js';

/** The answers that due dates follow from, with what they would mean for an opportunity saved now. */
class CrmQuestionnaire extends CrmElement {
  static properties = { submit: {}, answers: { state: true }, types: { state: true }, preview: { state: true },
    problem: { state: true }, busy: { state: true }, byType: { state: true }, saved: { state: true } };

  load = new Load(this, async () => {
    const { preview, completed, version, ...answers } = await api.get('/onboarding');
    if (!completed) answers.zone = browserZone();
    this.answers = { dueDays: 3, mode: 'calendar', ...answers, dueDaysByType: answers.dueDaysByType || {} };
    this.preview = preview;
    this.byType = Object.keys(this.answers.dueDaysByType).length > 0;
    return answers;
  });

  connectedCallback() {
    super.connectedCallback();
    this.load.run().then(() => this.look());
    if (has('activity')) catalog.activityTypes().then(list => { this.types = list; }, () => {});
  }

  render() {
    return shown(this.load, () => this.form(), skeleton(6, 'rows'));
  }

  form() {
    const a = this.answers;
    const at = name => beside(this.problem?.at(name));
    return html`<form class="questions" novalidate @submit=${this.save}>
      <div class="question"><label for="due-days">Day(s) to set DUE for each activity</label>
        <div class="row wrap"><input id="due-days" class="days" type="number" min="0" max="365" .value=${a.dueDays}
          aria-invalid=${!!this.problem?.at('dueDays')} @input=${e => this.put({ dueDays: days(e) })}>
          <div class="seg" role="radiogroup" aria-label="Kind of days">${[['calendar', 'Calendar days'],
            ['business', 'Business days']].map(([mode, name]) => html`
            <label class=${a.mode === mode ? 'on' : ''}><input class="unseen" type="radio" name="mode"
              .checked=${a.mode === mode} @change=${() =>
                this.put({ mode })}>${name}</label>`)}</div></div>${at('dueDays')}</div>
      ${this.types?.length ? this.perType(a) : nothing}
      <div class="pair">
        <label class="field"><span>Time zone</span><select
          @change=${e => this.put({ zone: e.target.value })}>${zones(a.zone).map(z =>
            html`<option ?selected=${z === a.zone}>${z}</option>`)}</select>${at('zone')}</label>
        <label class="field"><span>Currency</span><select
          @change=${e => this.put({ currency: e.target.value })}>${currencies(a.currency).map(([code, name]) =>
            html`<option value=${code}
              ?selected=${code === a.currency}>${code} · ${name}</option>`)}</select>${at('currency')}</label></div>
      <p class="preview" role="status">${icon('meet')}<span>${this.preview ? this.said(this.preview)
        : 'The due date appears here.'}</span></p>
      ${this.problem && !this.problem.fields.length ? beside(this.problem.message) : nothing}
      <div class="row"><button class="primary" ?disabled=${this.busy}>${this.submit || 'Save'}</button>${this.saved
        ? html`<span class="muted small" role="status">Saved. It counts for activities made from now on.</span>`
          : nothing}</div>
    </form>`;
  }

  /** The server's sentence: first the day, then how it was counted. */
  said({ date, explanation = '' }) {
    const why = explanation.slice(explanation.indexOf(': ') + 2);
    return html`An opportunity saved now: its first activity would be due <b>${longDue(date)}</b>.<br><span
      class="small">${why.charAt(0).toUpperCase()}${why.slice(1)}</span>`;
  }

  perType(a) {
    return html`<details ?open=${this.byType}><summary>Different days for some types</summary><div
      class="type-days">${this.types.map(t => html`
      <label class="row"><span class="grow">${t.name}</span><input class="days" type="number" min="0" max="365"
        placeholder=${a.dueDays} .value=${a.dueDaysByType[t.key] ?? ''}
          @input=${e => this.put({ dueDaysByType: without(a.dueDaysByType, t.key,
            days(e)) })}></label>`)}</div></details>`;
  }

  put(patch) {
    this.answers = { ...this.answers, ...patch };
    this.saved = false;
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.look(), 200);
  }

  /** The server computes the day, so that the preview never says anything else than what will happen. */
  async look() {
    const { dueDays, mode, zone } = this.answers;
    if (dueDays === null) return;
    const turn = this.turn = (this.turn || 0) + 1;
    const answer = await api.get('/onboarding', { dueDays, mode, zone }).catch(() => null);
    if (answer?.preview && turn === this.turn) this.preview = answer.preview;
  }

  async save(event) {
    event.preventDefault();
    this.busy = true;
    this.problem = null;
    try {
      await api.put('/onboarding', this.answers);
      forgetCatalog('settings');
      this.saved = true;
      this.emit('saved');
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

// As typed: the server refuses what is no whole number of days, and says so.
const days = event => (event.target.value === '' ? null : Number(event.target.value));

function without(byType, key, value) {
  const { [key]: old, ...rest } = byType;
  return value === null ? rest : { ...rest, [key]: value };
}
customElements.define('crm-questionnaire', CrmQuestionnaire);
