import { html } from 'lit';
import { iconButton } from '../../lib/bits.js';
import { icon } from '../../lib/icons.js';

const UNITS = ['minutes', 'hours', 'days', 'weeks'];
const CHANNELS = [['popup', 'as a popup'], ['email', 'by email']];
const MOST = 10;

/** How long before one wants to be told, and how; several. */
export function remindersField(reminders, put) {
  const set = (i, patch) => put(reminders.map((r, j) => (j === i ? { ...r, ...patch } : r)));
  return html`<fieldset class="bare-set"><legend class="label">Remind me</legend>
    ${reminders.map((r, i) => html`<div class="row reminder-row">
      <input class="repeat-n" type="number" min="0" max="999" aria-label="How many" .value=${String(r.offset)}
        @change=${e => set(i, { offset: Math.max(0, Number(e.target.value) || 0) })}>
      <select aria-label="Unit"
        @change=${e => set(i,
          { unit: e.target.value })}>${UNITS.map(u => html`<option ?selected=${u === r.unit}>${u}</option>`)}</select>
      <span class="muted">before</span>
      <select aria-label="How"
        @change=${e => set(i,
          { channel: e.target.value })}>${CHANNELS.map(([value, name]) =>
            html`<option value=${value} ?selected=${value === r.channel}>${name}</option>`)}</select>
      ${iconButton('close', 'Remove this reminder', () => put(reminders.filter((_, j) => j !== i)), 'tight')}</div>`)}
    ${reminders.length < MOST
      ? html`<button type="button" class="bare link small"
        @click=${() => put([...reminders, { offset: 15, unit: 'minutes', channel: 'popup' }])}>${icon('plus')}Add a
          reminder</button>` : ''}</fieldset>`;
}
