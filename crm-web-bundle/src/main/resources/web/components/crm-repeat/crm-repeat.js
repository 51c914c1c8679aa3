import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { day } from '../../lib/format.js';
import { DAYS, isLastOfKind, read, write } from './rule.js';

const FREQUENCIES = [['', 'Does not repeat'], ['DAILY', 'Every day'], ['WEEKLY', 'Every week'],
  ['MONTHLY', 'Every month'], ['YEARLY', 'Every year']];
const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
const HINTS = {
  skips_short_months: 'Months without this day are left out. Choose “on the last day” to include them.',
  skips_common_years: 'Years without 29 February are left out.',
  overlaps_itself: 'It lasts longer than the time until the next one.',
};
const MONDAY = '2024-01-01';

/** Edits the rule of a series; says `rule` with the RFC 5545 value. */
class CrmRepeat extends CrmElement {
  static properties = { rule: {}, date: {}, sentence: {}, hints: {} };

  get form() {
    return read(this.rule, this.date);
  }

  render() {
    const form = this.form;
    if (!form) return this.foreign();
    return html`<label class="field"><span>Repeats</span><select
      @change=${e => this.put({ freq: e.target.value, interval: 1, by: 'date' })}>
        ${FREQUENCIES.map(([value, name]) =>
          html`<option value=${value} ?selected=${value === form.freq}>${name}</option>`)}</select></label>
      ${form.freq ? this.details(form) : nothing}
      ${this.sentence ? html`<p class="faint small" role="status">${this.sentence}</p>` : nothing}
      ${(this.hints || []).map(h => html`<p class="small repeat-hint">${HINTS[h]}</p>`)}`;
  }

  /** A rule from elsewhere that says more than this form can. */
  foreign() {
    return html`<p class="small">${this.sentence || 'Repeats by a rule from another calendar.'}
      <button type="button" class="bare link" @click=${() => this.tell(null)}>Stop repeating</button></p>`;
  }

  details(form) {
    return html`<div class="row wrap repeat-row"><label class="row">every
        <input class="repeat-n" type="number" min="1" max="99" aria-label="Interval" .value=${String(form.interval)}
          @change=${e => this.put({ interval: Number(e.target.value) || 1 })}> ${UNITS[form.freq]}${form.interval === 1
            ? '' : 's'}</label>
        ${form.freq === 'WEEKLY' ? this.weekdays(form) : nothing}${form.freq === 'MONTHLY' ? this.monthly(form)
          : nothing}
        <select class="repeat-end" aria-label="Ends" @change=${e => this.put({ end: e.target.value })}>
        ${[['never', 'Never ends'], ['count', 'Ends after'], ['until', 'Ends on']].map(([value, name]) => html`
          <option value=${value} ?selected=${value === form.end}>${name}</option>`)}</select>
        ${form.end === 'count'
          ? html`<label class="row"><input class="repeat-n" type="number" min="1" max="9999" aria-label="How often"
          .value=${String(form.count)} @change=${e => this.put({ count: Number(e.target.value) || 1 })}> times</label>`
            : nothing}
        ${form.end === 'until' ? html`<input class="repeat-date" type="date" aria-label="Last day" .value=${form.until}
          @change=${e => this.put({ until: e.target.value })}>` : nothing}</div>`;
  }

  weekdays(form) {
    const name = (i, style) =>
      day(`2024-01-0${1 + i}`, { weekday: style, day: undefined, month: undefined, year: undefined });
    return html`<span class="row weekdays" role="group" aria-label="On which days">${DAYS.map((d, i) => html`
      <button type="button" class="chip" aria-pressed=${form.days.includes(d)} aria-label=${name(i, 'long')}
        title=${name(i, 'long')}
        @click=${() => this.toggle(form, d)}>${name(i, 'short')}</button>`)}</span>`;
  }

  monthly(form) {
    const week = day(this.date || MONDAY, { weekday: 'long', day: undefined, month: undefined, year: undefined });
    const ways = [['date', `on day ${Number(this.date.slice(8))}`], ['last', 'on the last day'],
      ['day', `on the ${['first', 'second', 'third', 'fourth',
        'fifth'][Math.ceil(Number(this.date.slice(8)) / 7) - 1]} ${week}`],
      ...(isLastOfKind(this.date) || form.by === 'lastday' ? [['lastday', `on the last ${week}`]] : [])];
    return html`<select class="repeat-by" aria-label="On which day" @change=${e => this.put({ by: e.target.value })}>
      ${ways.map(([value, name]) =>
        html`<option value=${value} ?selected=${value === form.by}>${name}</option>`)}</select>`;
  }

  toggle(form, d) {
    const days = form.days.includes(d) ? form.days.filter(o => o !== d) : [...form.days, d];
    if (days.length) this.put({ days });
  }

  put(patch) {
    const form = { end: 'never', days: [], ...this.form, ...patch };
    if (patch.end === 'until' && !form.until) form.until = this.date;
    this.tell(write(form, this.date));
  }

  tell(rule) {
    this.rule = rule;
    this.emit('rule', rule);
  }
}
customElements.define('crm-repeat', CrmRepeat);
