import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { inSlot, place, slots } from '../../lib/slots.js';
import { empty } from '../../lib/states.js';
import { Uses } from '../../lib/store.js';

/** A page of its own for a partner's menu entry. */
class CrmExtension extends CrmElement {
  static properties = { tag: {} };

  uses = new Uses(this, slots);

  render() {
    const entry = inSlot('menu-entry').find(element => element.tag === this.tag);
    return entry ? html`<div class="page"><h1>${entry.title}</h1>${place(entry, null)}</div>`
      : empty('This extension is not here.', 'It comes back by itself when its bundle is running again.', nothing,
        true);
  }
}
customElements.define('crm-extension', CrmExtension);
