import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { has, may, session } from '../../lib/session.js';
import { route } from '../../lib/router.js';
import { icon } from '../../lib/icons.js';

/** The phone's bar of destinations; wider screens have them in the head. */
const PLACES = [
  { name: 'Pipeline', href: '/pipeline', icon: 'grid', part: 'pipeline', views: ['board', 'record'] },
  { name: 'My day', href: '/day', icon: 'list', part: 'activity', views: ['day', 'activities'] },
  { name: 'Calendar', href: '/calendar', icon: 'calendar', part: 'calendar', views: ['calendar'] },
  { name: 'Contacts', href: '/contacts', icon: 'people', part: 'directory', views: ['contacts', 'contact'] },
  { name: 'Reports', href: '/reports', icon: 'chart', part: 'pipeline', views: ['reports'] },
];

class CrmFoot extends CrmElement {
  uses = new Uses(this, session, route);

  render() {
    const on = p => p.views.includes(route.state.view);
    return html`<nav class="foot" aria-label="Destinations">${PLACES.filter(p => (!p.part || has(p.part))
      && (!p.roles || may(...p.roles))).map(p => html`
      <a href=${p.href} class=${on(p) ? 'on' : ''} aria-current=${on(p) ? 'page'
        : nothing}>${icon(p.icon)}${p.name}</a>`)}</nav>`;
  }
}
customElements.define('crm-foot', CrmFoot);
