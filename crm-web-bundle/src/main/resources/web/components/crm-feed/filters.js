import { html } from 'lit';
import { icon } from '../../lib/icons.js';
import { route, setQuery } from '../../lib/router.js';

const KINDS = [['message', 'Messages'], ['note', 'Notes'], ['activity', 'Activities'], ['change', 'Changes']];

/** What the address says of the feed: which kinds, which words, which entry. */
export function asked() {
  const { query } = route.state;
  return { kinds: query.get('show') || '', q: query.get('find') || '', entry: Number(query.get('entry')) || null };
}

const put = patch => setQuery({ entry: null, ...patch }, { replace: true });

let wait = 0;

function find(event) {
  clearTimeout(wait);
  const text = event.target.value.trim();
  wait = setTimeout(() => put({ find: text }), 250);
}

/** Kinds as chips, and a search over what was said. */
export const filters = ({ kinds, q }) => html`<div class="feed-filters" role="search" aria-label="History">
  ${KINDS.map(([key, name]) =>
    html`<button class="chip" aria-pressed=${kinds === key}
      @click=${() => put({ show: kinds === key ? '' : key })}>${name}</button>`)}
  <label class="feed-find">${icon('find')}<span class="unseen">Search this history</span>
    <input type="search" placeholder="Search" .value=${q} @input=${find}
      @keydown=${e => { if (e.key === 'Escape' && e.target.value) { e.target.value = ''; find(e); } }}></label></div>`;
