import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { route, setQuery } from '../../lib/router.js';

const PARTS = [['overdue', 'l', 'overdue'], ['today', 't', 'today'], ['planned', 'p', 'upcoming'],
  ['none', '', 'without next step']];

/** Parts are as wide as what they count. */
const grow = n => ref(element => { if (element) element.style.flexGrow = n; });

/**
 * The thin bar under a column's name: how many are late, today, planned, without a next step. Each part is a filter.
 */
export function pulse(activity, count, open) {
  if (!activity || !count || !open) return html`<div class="pulse"><i></i></div>`;
  const asked = route.state.query.getAll('activityState');
  return html`<div class="pulse" role="group" aria-label="Next steps">${PARTS.filter(([key]) =>
    activity[key] > 0).map(([key, cls, word]) => {
    const on = asked.length === 1 && asked[0] === key;
    const words = `${activity[key]} ${word}`;
    return html`<button class=${cls} aria-pressed=${asked.length ? String(on) : nothing}
      title="${words}: ${on ? 'show all again' : 'show only these'}" ${grow(activity[key])}
        @click=${() => setQuery({ activityState: on ? null : key })}><span
          class="unseen">${words}, ${on ? 'show all again' : 'show only these'}</span></button>`;
  })}</div>`;
}
