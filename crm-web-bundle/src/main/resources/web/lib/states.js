import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { unreachable } from './problem.js';

/** What a view shows when it has nothing to show: each names what to do next. */

export const failed = (problem, again) => html`
  <div class="state" role="alert">
    <p class="state-title">${problem.message}</p>
    ${problem.incident ? html`<p class="faint">Incident ${problem.incident}</p>` : nothing}
    ${problem.status === 404 ? html`<a class="button quiet"
      href="/pipeline">To the pipeline</a>` : problem.status === 422 && location.search ? html`<a class="button quiet"
        href=${location.pathname}>Show all</a>` : again ? html`<button class="quiet"
        @click=${again}>Try again</button>` : nothing}
  </div>`;

export const away = problem => html`<p class="state-away" role="status">${icon('clock')}${problem?.status === 0
  ? `${unreachable()} This page loads when the connection is back.`
  : 'This part is away for a moment. It comes back by itself.'}</p>`;

export const empty = (title, text, action = nothing, page = false) => html`
  <div class="state">${page ? html`<h1 class="state-title">${title}</h1>` : html`<p
    class="state-title">${title}</p>`}<p class="muted">${text}</p>${action}</div>`;

/** Bars of the height of what comes; they fade in only after 300 ms. */
export const skeleton = (rows, kind = '') => html`
  <div class="skeleton ${kind}" aria-hidden="true">${Array.from({ length: rows }, () => html`<i></i>`)}</div>`;

/** Draws a Load: its data when there are any, else the state that it is in. */
export function shown(load, ready, loading = skeleton(4)) {
  if (load.data !== undefined && load.status !== 'failed') {
    return load.status === 'away' ? html`<div
      class="is-away">${away(load.problem)}${ready(load.data)}</div>` : ready(load.data);
  }
  if (load.status === 'failed') return failed(load.problem, () => load.run());
  return load.status === 'away' ? away(load.problem) : loading;
}

/** A refusal beside the thing that was refused. */
export const beside = message => (message ? html`<p class="refusal"
  role="alert">${icon('alert')}<span>${message}</span></p>` : nothing);
