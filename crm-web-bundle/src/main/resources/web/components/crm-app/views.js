import { html, nothing } from 'lit';
import { empty } from '../../lib/states.js';
import { has, may } from '../../lib/session.js';
import { askEarly } from '../crm-board/first.js';
import '../crm-board/crm-board.js';

const missing = () => empty('This page does not exist.',
  'The address may be mistyped, or the page was deleted.',
  html`<a class="button quiet" href="/pipeline">To the pipeline</a>`, true);

const notYours = () => empty('Managers and administrators import files', 'Ask one of them to import your file.',
  html`<a class="button quiet" href="/pipeline">To the pipeline</a>`, true);

const isList = query => query.get('view') === 'list';

/** A part that is not deployed has no view; its address says so and comes alive with it. */
const of = (part, draw) => state => (has(part) ? draw(state)
  : empty('This part is not installed.', `The server runs without ${part} at the moment.`, nothing, true));

/**
 * What stands at each address: `draw` gives it, and `load` brings the modules that it needs beyond those of the
 * board; `early` asks what the first page shows beside who is here. `open` ones are for people without an account.
 */
export const views = {
  board: {
    title: 'Pipeline',
    early: ({ query }) => (isList(query) ? null : askEarly(query)),
    load: ({ query }) => isList(query) && import('../crm-list/crm-list.js'),
    draw: of('pipeline', ({ query }) => (isList(query) ? html`<crm-list .query=${query}></crm-list>`
      : html`<crm-board .query=${query}></crm-board>`)),
  },
  record: {
    title: 'Opportunity',
    load: () => import('../crm-record/crm-record.js'),
    draw: of('pipeline', ({ arg }) => html`<crm-record .recordId=${Number(arg)}></crm-record>`),
  },
  activities: {
    title: 'Activities',
    load: () => import('../crm-work/crm-work.js'),
    draw: of('activity', ({ query }) => html`<crm-work .query=${query}></crm-work>`),
  },
  inbox: {
    title: 'Inbox',
    load: () => import('../crm-inbox/crm-inbox-page.js'),
    draw: of('chatter', ({ query }) => html`<crm-inbox-page .query=${query}></crm-inbox-page>`),
  },
  day: {
    title: 'My day',
    load: () => import('../crm-day/crm-day.js'),
    draw: of('activity', () => html`<crm-day></crm-day>`),
  },
  calendar: {
    title: 'Calendar',
    load: () => import('../crm-calendar/crm-calendar.js'),
    draw: of('calendar', ({ query }) => html`<crm-calendar .query=${query}></crm-calendar>`),
  },
  invitation: {
    title: 'Invitation',
    open: true,
    load: () => import('../crm-invitation/crm-invitation.js'),
    draw: ({ arg }) => html`<crm-invitation .token=${decodeURIComponent(arg)}></crm-invitation>`,
  },
  contacts: {
    title: 'Contacts',
    load: () => import('../crm-contacts/crm-contacts.js'),
    draw: ({ query }) => html`<crm-contacts .query=${query}></crm-contacts>`,
  },
  contact: {
    title: 'Contact',
    load: () => import('../crm-contact/crm-contact.js'),
    draw: ({ arg }) => html`<crm-contact .contactId=${Number(arg)}></crm-contact>`,
  },
  reports: {
    title: 'Reports',
    load: () => import('../crm-report/crm-report.js'),
    draw: of('pipeline', ({ arg, query }) => html`<crm-report .name=${arg || 'pipeline'}
      .query=${query}></crm-report>`),
  },
  import: {
    title: 'Import',
    load: () => import('../crm-import/crm-import.js'),
    draw: of('imports', ({ arg, query }) => (may('manager', 'admin')
      ? html`<crm-import .importId=${arg && Number(arg)} .query=${query}></crm-import>` : notYours())),
  },
  settings: {
    title: 'Settings',
    load: () => import('../crm-settings/crm-settings.js'),
    draw: ({ arg }) => html`<crm-settings .section=${arg}></crm-settings>`,
  },
  extension: {
    title: 'Extension',
    load: () => import('../crm-extension/crm-extension.js'),
    draw: ({ arg }) => html`<crm-extension .tag=${arg}></crm-extension>`,
  },
  onboarding: {
    title: 'Welcome',
    bare: true,
    load: () => import('../crm-onboarding/crm-onboarding.js'),
    draw: () => html`<crm-onboarding></crm-onboarding>`,
  },
  forgotten: {
    title: 'Forgotten password',
    open: true,
    load: () => import('../crm-forgotten/crm-forgotten.js'),
    draw: () => html`<crm-forgotten></crm-forgotten>`,
  },
  newPassword: {
    title: 'New password',
    open: true,
    load: () => import('../crm-new-password/crm-new-password.js'),
    draw: ({ arg }) => html`<crm-new-password .token=${decodeURIComponent(arg)}></crm-new-password>`,
  },
  signin: { title: 'Sign in', bare: true, draw: () => html`` },
  shared: {
    title: 'Messages',
    open: true,
    load: () => import('../crm-shared/crm-shared.js'),
    draw: ({ arg }) => html`<crm-shared .token=${decodeURIComponent(arg)}></crm-shared>`,
  },
  missing: { title: 'Not found', draw: missing },
};
