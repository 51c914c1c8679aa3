import { html, nothing } from 'lit';
import { longDay } from '../../lib/format.js';

const FIELDS = new Set(['createdAt', 'closingDate', 'expectedClosing', 'stageSince']);
const ORDERS = [['M/D/YYYY', 'month first'], ['D/M/YYYY', 'day first']];

/** The columns of dates of which nobody has said yet whether day or month stands first. */
export function unanswered(job) {
  if (job.options?.dateFormat) return [];
  return job.dates.filter(d => d.ambiguous && FIELDS.has(job.mapping?.[d.column])).map(d => d.column);
}

/** Asks once a column. */
export function askDates(job, set) {
  const columns = unanswered(job);
  if (!columns.length) return nothing;
  return html`<div class="ask-dates" role="group" aria-label="Order of day and month">${columns.map(column => html`
    <fieldset class="bare-set"><legend class="label">In “${column}”, what is ${example(job, column)}?</legend>
      <div class="row wrap">${ORDERS.map(([order, name]) => html`<button @click=${() => set(column, order)}>
        ${spoken(example(job, column), order)}, ${name}</button>`)}</div></fieldset>`)}</div>`;
}

function example(job, column) {
  const at = job.columns.indexOf(column);
  return job.sample.map(row => row[at]).find(text => /^\d{1,2}\D\d{1,2}\D/.test(text || '')) || '3/4/2027';
}

/** The day that a text means in this order, in words. */
function spoken(text, order) {
  const [first, second, third] = text.split(/\D/).map(Number);
  const [month, day] = order === 'M/D/YYYY' ? [first, second] : [second, first];
  const two = n => String(n).padStart(2, '0');
  return longDay(`${third < 100 ? 2000 + third : third}-${two(month)}-${two(day)}`);
}
