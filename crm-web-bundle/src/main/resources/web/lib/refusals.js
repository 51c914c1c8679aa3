import { html } from 'lit';
import { icon } from './icons.js';

/** What an act on many refused, each with its name. */
export const refusedOf = (answer, nameOf) => answer.results.filter(r => r.status >= 400).map(r =>
  ({ ...r, name: nameOf(r.id) }));

/** Tells row by row what an act on many left as it was. */
export const refusals = (title, rows, dismiss) => html`
  <div class="l-report panel" role="alert"><div class="row"><b class="strong grow">${icon('alert')}${title}</b><button
    class="bare" @click=${dismiss}>Dismiss</button></div>
    <ul>${rows.map(r => html`<li><span class="strong">${r.name}</span> <span
      class="muted">${r.detail}</span></li>`)}</ul></div>`;
