import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { has, may } from '../../lib/session.js';
import { inSlot, place, slots } from '../../lib/slots.js';
import { empty } from '../../lib/states.js';
import { Uses } from '../../lib/store.js';
import '../crm-questionnaire/crm-questionnaire.js';
import '../crm-settings-you/crm-settings-you.js';
import '../crm-settings-calendar/crm-settings-calendar.js';
import '../crm-settings-people/crm-settings-people.js';
import '../crm-settings-teams/crm-settings-teams.js';
import '../crm-settings-stages/crm-settings-stages.js';
import '../crm-settings-reasons/crm-settings-reasons.js';
import '../crm-settings-types/crm-settings-types.js';
import '../crm-settings-plans/crm-settings-plans.js';
import '../crm-settings-workspace/crm-settings-workspace.js';
import '../crm-settings-followers/crm-settings-followers.js';
import '../crm-settings-keys/crm-settings-keys.js';
import '../crm-settings-plugins/crm-settings-plugins.js';

const SECTIONS = [
  { id: 'you', name: 'You', draw: () => html`<crm-settings-you></crm-settings-you>` },
  { id: 'calendar', name: 'Calendar', part: 'calendar',
    draw: () => html`<crm-settings-calendar></crm-settings-calendar>` },
  { id: 'due-dates', name: 'Due dates', roles: ['admin'],
    draw: () => html`<section
      class="panel"><h2>Due dates, zone and currency</h2><crm-questionnaire></crm-questionnaire></section>` },
  { id: 'stages', name: 'Stages', part: 'pipeline', roles: ['admin', 'manager'],
    draw: () => html`<crm-settings-stages></crm-settings-stages>` },
  { id: 'lost-reasons', name: 'Lost reasons', part: 'pipeline', roles: ['admin', 'manager'],
    draw: () => html`<crm-settings-reasons></crm-settings-reasons>` },
  { id: 'activity-types', name: 'Activity types', part: 'activity', roles: ['admin', 'manager'],
    draw: () => html`<crm-settings-types></crm-settings-types>` },
  { id: 'plans', name: 'Plans', part: 'activity', roles: ['admin', 'manager'],
    draw: () => html`<crm-settings-plans></crm-settings-plans>` },
  { id: 'workspace', name: 'Workspace', roles: ['admin'],
    draw: () => html`<crm-settings-workspace></crm-settings-workspace>${has('chatter')
      ? html`<crm-settings-followers></crm-settings-followers>` : nothing}` },
  { id: 'people', name: 'People', roles: ['admin', 'manager'],
    draw: () => html`<crm-settings-people></crm-settings-people>` },
  { id: 'teams', name: 'Teams', roles: ['admin', 'manager'],
    draw: () => html`<crm-settings-teams></crm-settings-teams>` },
  { id: 'plugins', name: 'Plugins', roles: ['admin'],
    draw: () => html`<crm-settings-plugins></crm-settings-plugins>` },
  { id: 'keys', name: 'API keys', draw: () => html`<crm-settings-keys></crm-settings-keys>` },
];

/** One address a section; each shows only what its reader may do. */
class CrmSettings extends CrmElement {
  static properties = { section: {} };

  uses = new Uses(this, slots);

  /** On a phone the sections are wider than the screen. */
  updated() {
    this.querySelector('.tabs .on')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  render() {
    const open = [...SECTIONS, ...inSlot('settings-page').map(e =>
      ({ id: e.tag, name: e.title, draw: () => place(e, null) }))]
      .filter(s => (!s.roles || may(...s.roles)) && (!s.part || has(s.part)));
    const here = this.section ? open.find(s => s.id === this.section) : open[0];
    const known = SECTIONS.some(s => s.id === this.section);
    return html`<div class="page settings"><h1>Settings</h1>
      <nav class="tabs" aria-label="Sections">${open.map(s =>
        html`<a href="/settings/${s.id}" class=${s === here ? 'on' : ''}
          aria-current=${s === here ? 'page' : nothing}>${s.name}</a>`)}</nav>
      ${here ? here.draw() : known ? empty('You cannot open this section.', 'Ask an administrator if you need it.')
        : empty('This section does not exist.', 'Choose one of those above.')}</div>`;
  }
}
customElements.define('crm-settings', CrmSettings);
