import { html, nothing } from 'lit';
import { icon, typeIcon } from './icons.js';
import { dueText, initials, longDay } from './format.js';

/** Small drawings that many pieces use. */

const FACES = ['', 'b', 'c'];
const WORDS = { overdue: 'late', today: 'today', planned: 'plan', done: 'done', cancelled: 'done' };

export const face = person => (person ? html`<span class="face ${FACES[person.id % 3]}" title=${person.name}
  aria-hidden="true" data-initials=${initials(person.name)}></span>` : nothing);

/** The next step's date: colour, icon and words say the same. */
export const due = (activity, state) => html`
  <span class="due ${WORDS[state] || ''}" title="${activity.summary || activity.type?.name
    || ''}, ${longDay(activity.dueDate)}">${typeIcon(activity.type)}${dueText(activity.dueDate)}</span>`;

export const stars = priority => (priority ? html`<span class="stars" role="img"
  aria-label="Priority ${priority} of 3">${'★'.repeat(priority)}</span>` : nothing);

export const tags = (list = []) => list.map(t => html`<span class="tag">${t}</span>`);

export const iconButton = (name, label, onClick, cls = '') => html`
  <button type="button" class="icon ${cls}" title=${label} aria-label=${label}
    @click=${onClick}>${icon(name)}</button>`;

export const band = outcome => (outcome === 'won' || outcome === 'lost'
  ? html`<span class="band ${outcome}">${outcome.toUpperCase()}</span>` : nothing);
