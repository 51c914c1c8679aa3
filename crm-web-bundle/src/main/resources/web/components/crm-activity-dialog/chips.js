import { html } from 'lit';
import { nextMonday, plusDays, today } from '../../lib/format.js';

/** The days one picks most. */
export const chips = (date, pick) => html`<div class="row wrap due-chips">${[
  ['Today', today()], ['Tomorrow', plusDays(today(), 1)], ['Next Monday', nextMonday()], ['In a week',
    plusDays(today(), 7)],
].map(([name, day]) => html`<button type="button" class="chip" aria-pressed=${day === date}
  @click=${() => pick(day)}>${name}</button>`)}</div>`;
