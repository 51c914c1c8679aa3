import { html, nothing } from 'lit';
import { face } from '../../lib/bits.js';
import { exact, money, nearDay, time } from '../../lib/format.js';
import { icon, typeIcon } from '../../lib/icons.js';
import { inReadersWords } from '../../lib/phrases.js';
import { plainText, rich } from '../../lib/rich.js';
import { files } from './files.js';

const LABELS = { stage: 'Moved', stageId: 'Moved', expectedRevenue: 'Expected revenue',
  expectedClosing: 'Expected closing', salesperson: 'Salesperson', customer: 'Customer', probability: 'Probability',
    priority: 'Priority', team: 'Team', name: 'Name', email: 'Email', phone: 'Phone', tags: 'Tags',
      description: 'Description', dueDate: 'Due', assignee: 'Assigned to', type: 'Type', summary: 'Summary',
        note: 'Note', feedback: 'Outcome', attachments: 'Files', lostReason: 'Reason' };

/** A change or an activity as one small line. */
export function line(e, linked, types) {
  const when = html`<time datetime=${e.at} title=${exact(e.at)}>${time(e.at)}</time>`;
  const who = e.author?.name || 'Automatic';
  const [body, list] = inWords(e);
  return html`<article class="entry small ${linked ? 'linked' : ''}" id="entry-${e.id}"
    tabindex="-1">${face(e.author || { id: 0, name: '·' })}
    <div>${e.kind === 'activity' ? html`${mark(e, types)} ` : nothing}${body}
    ${changes(list, e)} <span class="faint">· ${who}, ${when}</span>${files(e.attachments)}</div></article>`;
}

/** A tick for what was done only, else the icon of the type with which the line begins. */
function mark(e, types = []) {
  if (isDone(e)) return icon('check');
  const text = plainText(e.body, 400).trim();
  const type = types.filter(t => text.startsWith(t.name)).sort((a, b) => b.name.length - a.name.length)[0];
  return type ? typeIcon(type) : icon('clock');
}

const isDone = e => e.phrase?.key === 'done';

/** The body with its days as the reader writes them, and the changes that it does not say. */
function inWords(e) {
  const list = (e.changes || []).filter(c => c.field !== 'outcome');
  const body = e.body ? rich(e.body) : nothing;
  const text = e.body && body.querySelector('p')?.firstChild;
  if (text?.data) text.data = inReadersWords(text.data, e.phrase);
  const isSaid = c => e.phrase?.key === 'planned' && c.field === 'dueDate' && none(c.from);
  return [body, list.filter(c => !isSaid(c))];
}

const changes = (list, e) => list.map((c, i) => html`${i || e.kind === 'activity' ? ' · '
  : nothing}${c.field === 'description' ? 'Description changed' : change(c)}`);

/** A stage that came from nowhere was not moved. */
const label = c => (c.field === 'stage' && none(c.from) ? 'In' : LABELS[c.field] || c.field);

const change = c => html`${label(c)} <b
  class="strong">${read(c, c.from)}${none(c.from) ? nothing
    : html` <span aria-hidden="true">→</span><span class="unseen">to</span> `}${none(c.to) ? 'empty'
      : read(c, c.to)}</b>`;

const STARS = ['none', '★', '★★', '★★★'];
const read = (c, v) => (c.field === 'priority' ? STARS[v] ?? value(v) : value(v));

const none = v => v === null || v === undefined || v === '';

function value(v) {
  if (none(v)) return '';
  if (Array.isArray(v)) return v.map(value).join(', ');
  if (typeof v === 'object') return v.currency ? money(v) : v.name || '';
  const sum = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(v);
  if (sum) return money({ amount: sum[1], currency: sum[2] });
  return /^\d{4}-\d\d-\d\d$/.test(v) ? nearDay(v) : short(String(v));
}

const short = text => (text.length > 80 ? `${text.slice(0, 78)} …` : text);
