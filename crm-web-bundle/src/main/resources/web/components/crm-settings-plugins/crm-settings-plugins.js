import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all } from '../../lib/api.js';
import { Load } from '../../lib/load.js';
import { shown, skeleton } from '../../lib/states.js';

const STATES = { used: 'In use', failing: 'Failing', quarantined: 'Left out for a while', disabled: 'Disabled',
  shadowed: 'Shadowed', refused: 'Not allowed', invalid: 'Invalid' };

/** Partners' plugins and what becomes of each; changing them is the operator's, on the console. */
class CrmSettingsPlugins extends CrmElement {
  load = new Load(this, () => all('/plugins'));

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><h2>Plugins</h2><p
      class="muted">Partners’ services that are installed now. The operator
      disables and enables them on the console with <code>crm:plugin</code>.</p>
      ${shown(this.load, list => (list.length ? html`<ul class="team-list">${list.map(p => this.row(p))}</ul>`
        : html`<p class="faint">None yet.</p>`), skeleton(2, 'rows'))}</section>`;
  }

  row(plugin) {
    return html`<li class="row plugin-row"><span class="found-words"><b class="strong">${plugin.name}</b>
        <span class="faint small">${plugin.type} · ${plugin.bundle} ${plugin.version} · ranking ${plugin.ranking}</span>
        ${plugin.reason ? html`<span class="small">${plugin.reason}</span>` : nothing}</span>
      <span class="grow"></span><span
        class=${plugin.state === 'used' ? 'muted' : 'strong'}>${STATES[plugin.state] || plugin.state}</span></li>`;
  }
}
customElements.define('crm-settings-plugins', CrmSettingsPlugins);
