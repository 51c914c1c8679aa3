import { html } from 'lit';

const PARTS = [['overdue', 'l', 'late'], ['today', 't', 'today'], ['planned', 'p', 'planned'], ['none', '', 'without next step']];

/** The thin bar under a column's name: how many are late, today, planned, without a next step. */
export function pulse(activity, count) {
  if (!activity || !count) return html`<div class="pulse"><i></i></div>`;
  const parts = PARTS.filter(([key]) => activity[key] > 0);
  const words = parts.map(([key, , word]) => `${activity[key]} ${word}`).join(', ');
  return html`<div class="pulse" role="img" aria-label="Next steps: ${words}" title=${words}>${parts.map(([key, cls]) => {
    const part = document.createElement('i');
    part.className = cls;
    part.style.flexGrow = activity[key];
    return part;
  })}</div>`;
}
