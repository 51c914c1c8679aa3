import { LitElement } from 'lit';

/**
 * What all pieces share. They render into the document itself: one set of styles, and labels, focus and the drag of a
 * card work across pieces.
 */
export class CrmElement extends LitElement {
  createRenderRoot() {
    return this;
  }

  /** Tells the parents; false when one of them took it over with preventDefault. */
  emit(type, detail) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable: true }));
  }
}
