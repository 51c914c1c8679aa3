import { CrmElement } from '../../lib/element.js';

/** Holds a partner's custom element and hands it its subject. */
class CrmSlot extends CrmElement {
  static properties = { tag: {}, subject: {} };

  updated(changed) {
    if (changed.has('tag')) this.replaceChildren(document.createElement(this.tag));
    const element = this.firstElementChild;
    if (element) element.subject = this.subject;
  }
}
customElements.define('crm-slot', CrmSlot);
