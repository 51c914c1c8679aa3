import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { refreshMe, session } from '../../lib/session.js';
import { go } from '../../lib/router.js';
import '../crm-questionnaire/crm-questionnaire.js';

/** The first administrator's first page: a few answers, and the pipeline is ready. */
class CrmOnboarding extends CrmElement {
  render() {
    const first = session.state.me.name?.split(' ')[0] || '';
    return html`<div class="onboarding"><div class="panel">
      <p class="brand"><i></i>Pivotino</p>
      <h1>Welcome${first ? `, ${first}` : ''}</h1>
      <p class="muted">Every new opportunity gets a first activity, so that nobody is forgotten. Say when it should
        be due. All of this can be changed in the settings.</p>
      <crm-questionnaire submit="Open the pipeline" @saved=${this.begin}></crm-questionnaire>
    </div></div>`;
  }

  begin() {
    refreshMe({ onboardingCompleted: true });
    go('/pipeline', { replace: true });
  }
}
customElements.define('crm-onboarding', CrmOnboarding);
