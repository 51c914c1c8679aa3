import { html, nothing } from 'lit';
import { exact, day, dayOf, money, nearDay, time, today } from '../../lib/format.js';
import { face } from '../../lib/bits.js';
import { icon } from '../../lib/icons.js';
import { inbox } from '../../lib/inbox.js';
import { inReadersDays } from '../../lib/sentences.js';

const when = at => (dayOf(at) === today() ? time(at) : day(dayOf(at)));

const END = '(?= →|, |$)';   // of an old or a new value
const SUMS = new RegExp(`(-?\\d+(?:\\.\\d+)?) ([A-Z]{3})${END}`, 'g');
const DAYS = new RegExp(`\\b(\\d{4}-\\d\\d-\\d\\d)${END}`, 'g');

/** The server's sentence with its days and amounts as the reader writes them. */
const told = title => inReadersDays(title).replace(SUMS, (_, amount, currency) => money({ amount, currency }))
  .replace(DAYS, date => nearDay(date));

/** Notices as rows: unread ones are bold and marked, in words too. */
export const notices = (list, left) => (list.length ? html`<ul class="notices">${list.map(n => html`
  <li><button class="notice ${n.read ? '' : 'unread'}"
    @click=${async () => { left?.(); await inbox.open(n); }}>${n.author ? face(n.author)
      : html`<span class="face-none">${icon('bell')}</span>`}
    <span class="notice-text"><span>${n.read ? nothing
      : html`<span class="unseen">Unread: </span>`}${told(n.title)}</span><span class="faint small">${n.author
        ? html`<b class="strong">${n.author.name}</b> · ` : nothing}${n.why}</span></span>
    <time class="faint small num" datetime=${n.at} title=${exact(n.at)}>${when(n.at)}</time></button></li>`)}</ul>`
      : html`<p class="faint small notices-none">Updates on deals you follow appear here</p>`);
