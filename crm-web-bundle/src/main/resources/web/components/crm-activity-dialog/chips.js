import { html } from 'lit';
import { plusDays, today } from '../../lib/format.js';

/** The next Monday after a plain date. */
const monday = date => plusDays(date, ((8 - new Date(`${date}T00:00:00Z`).getUTCDay()) % 7) || 7);

/** The days one picks most. */
export const chips = (date, pick) => html`<div class="row wrap due-chips">${[
  ['Today', today()], ['Tomorrow', plusDays(today(), 1)], ['Next Monday', monday(today())], ['In a week', plusDays(today(), 7)],
].map(([name, day]) => html`<button type="button" class="chip" aria-pressed=${day === date} @click=${() => pick(day)}>${name}</button>`)}</div>`;
