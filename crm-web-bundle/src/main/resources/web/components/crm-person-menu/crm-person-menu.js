import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { has, may, session, signOut } from '../../lib/session.js';
import { face } from '../../lib/bits.js';
import { ask } from '../../lib/dialogs.js';
import '../crm-keys/crm-keys.js';

/** Who I am, and the way out. */
class CrmPersonMenu extends CrmElement {
  static properties = { open: { state: true } };
  uses = new Uses(this, session);

  connectedCallback() {
    super.connectedCallback();
    this.away = e => { if (this.open && !this.contains(e.target)) this.open = false; };
    document.addEventListener('pointerdown', this.away);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.away);
  }

  render() {
    const me = session.state.me;
    return html`<div @keydown=${this.key} @click=${e => { if (e.target.closest('.menu a')) this.open = false; }}>
      <button class="icon who-am-i" aria-expanded=${!!this.open} aria-haspopup="true" aria-label="${me.name}: profile, settings, sign out" title=${me.name}
        @click=${() => { this.open = !this.open; }}>${face(me)}</button>
      <div class="menu" ?hidden=${!this.open}>
        <p class="menu-title"><b>${me.name}</b><br><span class="faint small">${me.login} · ${(me.roles || []).join(', ')}</span></p>
        <a href="/settings/you">Your profile</a><a href="/settings">Settings</a>${has('pipeline') && may('manager', 'admin') ? html`<a class="only-s" href="/import">Import</a>` : nothing}
        <button @click=${() => { this.open = false; ask('crm-keys'); }}>Keyboard shortcuts <kbd>?</kbd></button>
        <button @click=${signOut}>Sign out</button>
      </div></div>`;
  }

  key(event) {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.querySelector('.who-am-i').focus();
  }
}
customElements.define('crm-person-menu', CrmPersonMenu);
