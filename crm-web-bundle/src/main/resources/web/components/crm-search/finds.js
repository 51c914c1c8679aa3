import { html, nothing } from 'lit';
import { api } from '../../lib/api.js';
import { band } from '../../lib/bits.js';
import { money } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { has, may } from '../../lib/session.js';

const LEADERS = ['manager', 'admin'];

/** The pages that one may jump to, by their names and by what stands on them. */
const PAGES = [
  { name: 'Pipeline', href: '/pipeline', part: 'pipeline', words: 'board opportunities deals' },
  { name: 'Opportunities as a list', href: '/pipeline?view=list', part: 'pipeline', words: 'deals' },
  { name: 'My day', href: '/day', part: 'activity', words: 'today activities todo' },
  { name: 'All activities', href: '/activities', part: 'activity', words: 'todo tasks' },
  { name: 'Calendar', href: '/calendar', part: 'calendar', words: 'meetings events week month agenda' },
  { name: 'Contacts', href: '/contacts', part: 'directory', words: 'customers people companies' },
  { name: 'Inbox', href: '/inbox', part: 'chatter', words: 'notifications messages' },
  { name: 'Reports', href: '/reports', part: 'pipeline', words: 'chart funnel forecast' },
  { name: 'Missed sales', href: '/reports/missed-sales', part: 'pipeline', words: 'report lost reasons' },
  { name: 'Import', href: '/import', part: 'imports', roles: LEADERS, words: 'csv file' },
  { name: 'Settings: you', href: '/settings/you', words: 'profile password language zone notifications' },
  { name: 'Settings: calendar', href: '/settings/calendar', part: 'calendar',
    words: 'feed ics working hours reminders' },
  { name: 'Settings: due dates', href: '/settings/due-dates', roles: ['admin'], words: 'first activity currency zone' },
  { name: 'Settings: stages', href: '/settings/stages', part: 'pipeline', roles: LEADERS, words: 'pipeline columns' },
  { name: 'Settings: lost reasons', href: '/settings/lost-reasons', part: 'pipeline', roles: LEADERS, words: '' },
  { name: 'Settings: activity types', href: '/settings/activity-types', part: 'activity', roles: LEADERS, words: '' },
  { name: 'Settings: plans', href: '/settings/plans', part: 'activity', roles: LEADERS, words: 'activity plans' },
  { name: 'Settings: workspace', href: '/settings/workspace', roles: ['admin'], words: 'company holidays currency' },
  { name: 'Settings: people', href: '/settings/people', roles: LEADERS, words: 'users accounts roles' },
  { name: 'Settings: teams', href: '/settings/teams', roles: LEADERS, words: '' },
  { name: 'Settings: plugins', href: '/settings/plugins', roles: ['admin'], words: 'extensions partners' },
  { name: 'Settings: API keys', href: '/settings/keys', words: 'tokens' },
];

const words = text => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Each word asked for begins a word of the page. */
function pages(q) {
  const asked = words(q);
  const meets = page => asked.every(a => words(`${page.name} ${page.words}`).some(w => w.startsWith(a)));
  return PAGES.filter(p => (!p.part || has(p.part)) && (!p.roles || may(...p.roles)) && meets(p)).slice(0, 4);
}

/** What is found, in groups: [{name, rows: [{href, draw}]}]: what the bundles find, then pages. */
export async function find(q) {
  const { items } = await api.get('/search', { q, limit: 6 }).catch(() => ({ items: [] }));
  return [
    ...items.map(group =>
      ({ name: group.name, rows: group.hits.map(hit => ({ href: hit.path, draw: () => hitRow(hit) })) })),
    { name: 'Jump to', rows: pages(q).map(p =>
      ({ href: p.href, draw: () => html`${icon('right')}<span class="ellipsis">${p.name}</span>` })) },
  ].filter(group => group.rows.length);
}

const badge = text => (['won', 'lost'].includes(text) ? band(text) : html`<span class="faint small">${text}</span>`);

const hitRow = hit => html`<span class="found-words"><span class="ellipsis found-title">${hit.title}</span>
    <span class="faint small ellipsis">${hit.detail || ''}</span></span>
  ${hit.badge ? badge(hit.badge) : nothing}${hit.amount ? html`<span class="num faint">${money(hit.amount)}</span>`
    : nothing}
  ${hit.note ? html`<span class="num faint">${hit.note}</span>` : nothing}`;
