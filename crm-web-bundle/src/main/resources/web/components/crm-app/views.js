import { html, nothing } from 'lit';
import '../crm-board/crm-board.js';
import '../crm-list/crm-list.js';
import '../crm-record/crm-record.js';
import '../crm-work/crm-work.js';
import '../crm-day/crm-day.js';
import '../crm-inbox/crm-inbox-page.js';
import '../crm-calendar/crm-calendar.js';
import '../crm-contacts/crm-contacts.js';
import '../crm-contact/crm-contact.js';
import '../crm-report/crm-report.js';
import '../crm-import/crm-import.js';
import '../crm-invitation/crm-invitation.js';
import '../crm-settings/crm-settings.js';
import '../crm-extension/crm-extension.js';
import '../crm-onboarding/crm-onboarding.js';
import '../crm-shared/crm-shared.js';
import { empty } from '../../lib/states.js';
import { has } from '../../lib/session.js';

const missing = () => empty('There is nothing at this address.', 'It may have been mistyped, or what stood here was deleted.', html`<a class="button quiet" href="/pipeline">To the pipeline</a>`, true);

/** A part that is not deployed has no view; its address says so and comes alive with it. */
const of = (part, draw) => state => (has(part) ? draw(state) : empty('This part is not installed.', `The server runs without ${part} at the moment.`, nothing, true));

export const views = {
  board: { title: 'Pipeline', draw: of('pipeline', ({ query }) => (query.get('view') === 'list' ? html`<crm-list .query=${query}></crm-list>` : html`<crm-board .query=${query}></crm-board>`)) },
  record: { title: 'Opportunity', draw: of('pipeline', ({ arg }) => html`<crm-record .recordId=${Number(arg)}></crm-record>`) },
  activities: { title: 'Activities', draw: of('activity', ({ query }) => html`<crm-work .query=${query}></crm-work>`) },
  inbox: { title: 'Inbox', draw: of('chatter', ({ query }) => html`<crm-inbox-page .query=${query}></crm-inbox-page>`) },
  day: { title: 'My day', draw: of('activity', () => html`<crm-day></crm-day>`) },
  calendar: { title: 'Calendar', draw: of('calendar', ({ query }) => html`<crm-calendar .query=${query}></crm-calendar>`) },
  invitation: { title: 'Invitation', open: true, draw: ({ arg }) => html`<crm-invitation .token=${decodeURIComponent(arg)}></crm-invitation>` },
  contacts: { title: 'Contacts', draw: ({ query }) => html`<crm-contacts .query=${query}></crm-contacts>` },
  contact: { title: 'Contact', draw: ({ arg }) => html`<crm-contact .contactId=${Number(arg)}></crm-contact>` },
  reports: { title: 'Reports', draw: of('pipeline', ({ arg, query }) => html`<crm-report .name=${arg || 'pipeline'} .query=${query}></crm-report>`) },
  import: { title: 'Import', draw: of('pipeline', ({ arg, query }) => html`<crm-import .importId=${arg && Number(arg)} .query=${query}></crm-import>`) },
  settings: { title: 'Settings', draw: ({ arg }) => html`<crm-settings .section=${arg}></crm-settings>` },
  extension: { title: 'Extension', draw: ({ arg }) => html`<crm-extension .tag=${arg}></crm-extension>` },
  onboarding: { title: 'Welcome', bare: true, draw: () => html`<crm-onboarding></crm-onboarding>` },
  signin: { title: 'Sign in', bare: true, draw: () => html`` },
  shared: { title: 'Messages', open: true, draw: ({ arg }) => html`<crm-shared .token=${decodeURIComponent(arg)}></crm-shared>` },
  missing: { title: 'Not found', draw: missing },
};
