import { html, nothing } from 'lit';
import { exact, day, dayOf, time, today } from '../../lib/format.js';
import { face } from '../../lib/bits.js';
import { icon } from '../../lib/icons.js';
import { inbox } from '../../lib/inbox.js';
import { inReadersWords } from '../../lib/phrases.js';

const when = at => (dayOf(at) === today() ? time(at) : day(dayOf(at)));

/** Notices as rows: unread ones are bold and marked, in words too. */
export const notices = (list, left) => (list.length ? html`<ul class="notices">${list.map(n => html`
  <li><button class="notice ${n.read ? '' : 'unread'}"
    @click=${async () => { left?.(); await inbox.open(n); }}>${n.author ? face(n.author)
      : html`<span class="face-none">${icon('bell')}</span>`}
    <span class="notice-text"><span>${n.read ? nothing
      : html`<span class="unseen">Unread: </span>`}${inReadersWords(n.title, n.phrase)}</span><span
        class="faint small">${n.author
        ? html`<b class="strong">${n.author.name}</b> · ` : nothing}${n.why}</span></span>
    <time class="faint small num" datetime=${n.at} title=${exact(n.at)}>${when(n.at)}</time></button></li>`)}</ul>`
      : html`<p class="faint small notices-none">Updates on deals you follow appear here</p>`);
