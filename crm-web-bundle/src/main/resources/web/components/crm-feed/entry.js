import { html, nothing } from 'lit';
import { address } from '../../lib/api.js';
import { face } from '../../lib/bits.js';
import { exact, fileSize, money, nearDay, time } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { rich } from '../../lib/rich.js';

const LABELS = { stage: 'Moved', stageId: 'Moved', expectedRevenue: 'Expected revenue', expectedClosing: 'Expected closing', salesperson: 'Salesperson', customer: 'Customer', probability: 'Probability', priority: 'Priority', team: 'Team', name: 'Name', email: 'Email', phone: 'Phone', tags: 'Tags', description: 'Description', dueDate: 'Due', assignee: 'Assigned to', type: 'Type', summary: 'Summary', note: 'Note', feedback: 'What came of it', attachments: 'Files', lostReason: 'Reason' };

/** One line of the history: a change or an activity small, a message or note in full. */
export function entry(e) {
  const full = e.kind === 'message' || e.kind === 'note';
  const when = html`<time datetime=${e.at} title=${exact(e.at)}>${time(e.at)}</time>`;
  const who = e.author?.name || 'Automatic';
  if (full) {
    return html`<article class="entry ${e.kind}">${face(e.author)}<div><div class="meta"><b>${who}</b> · ${when}${e.kind === 'note' ? ' · internal note' : nothing}</div>${rich(e.body)}${files(e)}</div></article>`;
  }
  const [body, list] = inWords(e);
  return html`<article class="entry small">${face(e.author || { id: 0, name: '·' })}<div>${e.kind === 'activity' ? html`${icon('todo')} ` : nothing}${body}
    ${changes(list)} <span class="faint">· ${who}, ${when}</span>${files(e)}</div></article>`;
}

const files = ({ attachments = [] }) => (attachments.length ? html`<ul class="entry-files">${attachments.map(f => html`
  <li><a class="link" href=${address(`/attachments/${f.id}`)} download=${f.name}>${icon('clip')}<span>${f.name}</span></a> <span class="faint">${fileSize(f.size)}</span></li>`)}</ul>` : nothing);

/** The body, and the changes that it does not say: the day of what was planned stands in it, and is written as everywhere else. */
function inWords(e) {
  const list = (e.changes || []).filter(c => c.field !== 'outcome');
  const body = e.body ? rich(e.body) : nothing;
  const due = e.kind === 'activity' && list.find(c => c.field === 'dueDate' && none(c.from));
  const text = due && body.querySelector?.('p')?.firstChild;
  if (!text?.data?.includes(` planned for ${due.to}`)) return [body, list];
  text.data = text.data.replace(` planned for ${due.to}`, () => ` planned for ${nearDay(due.to)}`);
  return [body, list.filter(c => c !== due)];
}

function changes(list) {
  return list.map((c, i) => html`${i ? ' · ' : nothing}${c.field === 'description' ? 'Description changed' : change(c)}`);
}

/** A stage that came from nowhere was not moved. */
const label = c => (c.field === 'stage' && none(c.from) ? 'In' : LABELS[c.field] || c.field);

const change = c => html`${label(c)} <b class="strong">${value(c.from)}${none(c.from) ? nothing : html` <span aria-hidden="true">→</span><span class="unseen">to</span> `}${none(c.to) ? 'empty' : value(c.to)}</b>`;

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
