import { day, plusDays, today } from './format.js';

/** What narrows board and list; all of it stands in the address. */
export const NAMES = ['q', 'salesperson', 'team', 'tag', 'customer', 'activityState', 'closingFrom', 'closingTo',
  'closing', 'stage', 'outcome', 'lostReason', 'lostFrom',
  'closedFrom', 'closedTo', 'createdFrom', 'createdTo', 'entered', 'wentOn', 'left', 'historyFrom', 'historyTo'];

export const filtersOf = query => Object.fromEntries(NAMES.map(name =>
  [name, query.getAll(name)]).filter(([, values]) => values.length));

export const NEXT_STEPS = { overdue: 'Overdue activities', today: 'Activities today', planned: 'Upcoming activities',
  none: 'Without next step' };

const RANGES = { closing: 'Closing', closed: 'Closed', created: 'Created', history: 'Within' };
const OUTCOMES = { open: 'Open', won: 'Won', lost: 'Lost' };

/** How each single value reads; `names` gives those of people, teams, stages, reasons and customers by id. */
const READ = {
  q: v => `“${v}”`,
  salesperson: (v, names) => (v === 'me' ? 'Mine' : v === 'none' ? 'Without salesperson'
    : names('users', v, 'Salesperson')),
  team: (v, names) => (v === 'none' ? 'Without team' : `Team ${names('teams', v, '')}`),
  tag: v => `Tag ${v}`,
  customer: (v, names) => names('contacts', v, 'Customer'),
  activityState: v => NEXT_STEPS[v] || v,
  closing: () => 'No expected closing',
  stage: (v, names) => names('stages', v, 'Stage'),
  outcome: v => OUTCOMES[v] || v,
  lostReason: (v, names) => names('lostReasons', v, 'Lost reason'),
  lostFrom: (v, names) => (v === 'none' ? 'Lost from no stage' : `Lost from ${names('stages', v, '')}`),
  entered: (v, names) => `Entered ${names('stages', v, '')}`,
  wentOn: (v, names) => `Advanced from ${names('stages', v, '')}`,
  left: (v, names) => `Left ${names('stages', v, '')}`,
};

/** The chips of an address: {label, off}, where `off` is what takes it out again. */
export function chipsOf(query, names) {
  const single = Object.keys(READ).flatMap(name => query.getAll(name).map(v => ({
    name, value: v, label: READ[name](v, names), off: { [name]: query.getAll(name).filter(o => o !== v) },
  })));
  const ranges = Object.entries(RANGES).flatMap(([name, word]) => {
    const [from, to] = [query.get(`${name}From`), query.get(`${name}To`)];
    return from || to ? [{ name, value: `${from}/${to}`, label: `${word} ${between(from, to)}`,
      off: { [`${name}From`]: null, [`${name}To`]: null } }] : [];
  });
  return [...single, ...ranges];
}

/** An address may be mistyped: what is no date is shown as it stands there, and the server says so. */
const written = text => (Number.isNaN(Date.parse(text)) ? text : day(text));

function between(from, to) {
  if (from && to) return from === to ? written(from) : `${written(from)} – ${written(to)}`;
  return from ? `from ${written(from)}` : `until ${written(to)}`;
}

/** The month in which the reader is now, or one after it. */
export function month(after = 0) {
  const [year, of] = today().split('-').map(Number);
  const first = new Date(Date.UTC(year, of - 1 + after, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, of + after, 1)).toISOString().slice(0, 10);
  return { closingFrom: first, closingTo: plusDays(next, -1) };
}

/** The orders that board and list know besides the one by hand. */
export const SORTS = [['-expectedRevenue', 'Amount, high first'], ['expectedClosing', 'Closing, soon first'],
  ['activity', 'Next step, overdue first'], ['-createdAt', 'Newest'], ['-changedAt', 'Changed last'], ['name', 'Name']];
