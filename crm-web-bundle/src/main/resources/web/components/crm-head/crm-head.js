import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { has, may, session } from '../../lib/session.js';
import { route } from '../../lib/router.js';
import { inSlot, slots } from '../../lib/slots.js';
import '../crm-inbox/crm-inbox.js';
import '../crm-menu-activities/crm-menu-activities.js';
import '../crm-person-menu/crm-person-menu.js';
import '../crm-search/crm-search.js';

/** The destinations; each is there only when the part behind it is. */
const PLACES = [
  { name: 'Pipeline', href: '/pipeline', part: 'pipeline', views: ['board', 'record'] },
  { name: 'My day', href: '/day', part: 'activity', views: ['day', 'activities'] },
  { name: 'Calendar', href: '/calendar', part: 'calendar', views: ['calendar'] },
  { name: 'Contacts', href: '/contacts', part: 'directory', views: ['contacts', 'contact'] },
  { name: 'Reports', href: '/reports', part: 'pipeline', views: ['reports'] },
  { name: 'Import', href: '/import', part: 'imports', views: ['import'], roles: ['manager', 'admin'] },
];

class CrmHead extends CrmElement {
  uses = new Uses(this, session, route, slots);

  render() {
    const places = PLACES.filter(p => has(p.part) && (!p.roles || may(...p.roles)));
    return html`<header class="head">
      <a class="brand" href="/pipeline"><i></i>Pivotino</a>
      <nav aria-label="Main">${places.map(p => html`
        <a href=${p.href} class=${p.views.includes(route.state.view) ? 'on' : ''}
          aria-current=${p.views.includes(route.state.view) ? 'page'
            : nothing}>${p.name}</a>`)}${inSlot('menu-entry').map(e => html`
        <a href="/extensions/${e.tag}" class=${route.state.arg === e.tag ? 'on' : ''}
          aria-current=${route.state.arg === e.tag ? 'page' : nothing}>${e.title}</a>`)}</nav>
      <span class="grow"></span>
      ${has('pipeline') ? html`<crm-search></crm-search>` : nothing}
      ${has('activity') ? html`<crm-menu-activities></crm-menu-activities>` : nothing}
      ${has('chatter') ? html`<crm-inbox></crm-inbox>` : nothing}
      <crm-person-menu></crm-person-menu>
    </header>`;
  }
}
customElements.define('crm-head', CrmHead);
