import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { has, may, session, signOut } from '../../lib/session.js';
import { face } from '../../lib/bits.js';
import { ask } from '../../lib/dialogs.js';
import { Popover } from '../../lib/popover.js';

/** Who I am, and the way out. */
class CrmPersonMenu extends CrmElement {
  uses = new Uses(this, session);
  panel = new Popover(this);

  render() {
    const me = session.state.me;
    return html`<div @keydown=${this.panel.key} @click=${e =>
      { if (e.target.closest('.menu a')) this.panel.show(false); }}>
      <button class="icon who-am-i" aria-expanded=${this.panel.open} aria-haspopup="true"
        aria-label="${me.name}: profile, settings, sign out" title=${me.name}
        @click=${this.panel.toggle}>${face(me)}</button>
      <div class="menu" ?hidden=${!this.panel.open}>
        <p class="menu-title"><b>${me.name}</b><br><span
          class="faint small">${me.login} · ${(me.roles || []).join(', ')}</span></p>
        <a href="/settings/you">Your profile</a><a href="/settings">Settings</a>${has('pipeline')
          && may('manager', 'admin') ? html`<a class="only-s" href="/import">Import</a>` : nothing}
        <button @click=${() => { this.panel.show(false); ask('crm-keys'); }}>Keyboard shortcuts <kbd>?</kbd></button>
        <button @click=${signOut}>Sign out</button>
      </div></div>`;
  }
}
customElements.define('crm-person-menu', CrmPersonMenu);
