import { html } from 'lit';
import { skeleton } from '../../lib/states.js';
import { may } from '../../lib/session.js';

/** The first ever board: three steps to begin. */
export const firstSteps = create => html`
  <section class="first-steps panel" aria-labelledby="begin">
    <h2 id="begin">Three steps to begin</h2>
    <ol>
      <li><b>Write down a deal you are working on.</b><span
        class="muted">A name is enough; its first activity is planned for you.</span><button class="primary"
          @click=${create}>New opportunity</button></li>
      ${may('admin', 'manager') ? html`<li><b>Import what you have.</b><span
        class="muted">Any CSV from a spreadsheet or another system. You see what would
          happen before anything does.</span><a class="button quiet" href="/import">Import a file</a></li>
      <li><b>Invite your colleagues.</b><span class="muted">People and teams decide who sees what.</span><a
        class="button quiet" href="/settings/people">Add people</a></li>`
          : html`<li><b>Move it along as the deal progresses.</b><span
            class="muted">From New to Won, with mouse, finger or the key m.</span></li>
      <li><b>Look at the colours.</b><span class="muted">Red is overdue, amber is today, green is planned.</span></li>`}
    </ol>
  </section>`;

export const loadingBoard = () => html`<div class="board"
  aria-busy="true">${[3, 2, 3, 2, 1].map(rows => html`<div
    class="col-loading">${skeleton(rows, 'cards')}</div>`)}</div>`;
