import { html } from 'lit';

const empty = v => v === null || v === undefined || v === '' || (Array.isArray(v) && !v.length);
const text = (kind, v) => (empty(v) ? 'empty' : typeof v === 'string' || typeof v === 'number' ? v : kind.text(v));

const yours = (kind, mine) => (mine === undefined ? '' : html`; yours is “${text(kind, mine)}”`);

/** Someone else changed it first: who, both values, and one's own choice. */
export const clash = ({ theirs, mine, by }, kind, { keep, take }) => html`
  <div class="conflict" role="alert">
    <p><b class="strong">${by || 'Someone'}</b> changed this to “${text(kind, theirs)}” meanwhile${
      yours(kind, mine)}.</p>
    <p class="row wrap"><button type="button" class="quiet" @click=${take}>Take theirs</button>
      <button type="button" class="quiet" @click=${keep}>Keep mine</button></p>
  </div>`;
