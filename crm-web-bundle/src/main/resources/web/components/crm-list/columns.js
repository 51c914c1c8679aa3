import { html, nothing } from 'lit';
import { band, due, face, stars, tags } from '../../lib/bits.js';
import { day, dayOf, exact, longDay, money } from '../../lib/format.js';

/**
 * The columns of the list: how each reads, and by what the server sorts it. `up` is the direction of the first click.
 */
export const COLUMNS = [
  { name: 'Name', cls: 'c-name', sort: 'name', up: true,
    read: o => html`<a href="/opportunities/${o.id}" class="ellipsis" title=${o.name}
      tabindex="-1">${o.name}</a>${o.outcome === 'open' ? nothing : band(o.outcome)}` },
  { name: 'Customer', cls: 'c-who', read: o => html`<span class="ellipsis"
    title=${o.customer?.name || nothing}>${o.customer?.name}</span>` },
  { name: 'Amount', cls: 'c-amount end num', sort: 'expectedRevenue', read: o => money(o.expectedRevenue) },
  { name: 'Stage', cls: 'c-stage', read: (o, stages) =>
    html`<span class="ellipsis">${o.stage?.name || stages.find(s => s.id === o.stageId)?.name}</span>` },
  { name: 'Next step', cls: 'c-next', sort: 'activity', up: true,
    read: o => (o.nextActivity ? due(o.nextActivity, o.activityState) : o.outcome === 'open'
      ? html`<span class="faint">none</span>` : nothing) },
  { name: 'Closing', cls: 'c-closing num', sort: 'expectedClosing', up: true,
    read: o => (o.closedAt ? html`<span title=${exact(o.closedAt)}>${day(dayOf(o.closedAt))}</span>` : o.expectedClosing
      ? html`<span title=${longDay(o.expectedClosing)}>${day(o.expectedClosing)}</span>` : nothing) },
  { name: 'Salesperson', cls: 'c-person', read: o =>
    (o.salesperson ? html`${face(o.salesperson)}<span class="ellipsis">${o.salesperson.name}</span>` : nothing) },
  { name: 'Priority', cls: 'c-priority', sort: 'priority', read: o => stars(o.priority) },
  { name: 'Tags', cls: 'c-tags', read: o => tags(o.tags?.slice(0, 2)) },
  { name: 'Created', cls: 'c-created num', sort: 'createdAt',
    read: o => html`<span title=${exact(o.createdAt)}>${day(dayOf(o.createdAt))}</span>` },
];

/** The next order when a column's name is pressed. */
export function turned(column, sort) {
  const [first, second] = column.up ? [column.sort, `-${column.sort}`] : [`-${column.sort}`, column.sort];
  return sort === first ? second : first;
}

export const direction = (column, sort) => (sort === column.sort ? 'ascending' : sort === `-${column.sort}`
  ? 'descending' : 'none');
