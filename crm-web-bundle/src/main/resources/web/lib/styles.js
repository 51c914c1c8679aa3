import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * Sets style properties of its element by script: the page's policy forbids style attributes, and lit's own directive
 * writes one.
 */
class Styles extends Directive {
  render() {
    return noChange;
  }

  update({ element }, [properties]) {
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
    return noChange;
  }
}

/** Used inside a tag: `<div ${styles({ top: '8px' })}>`. */
export const styles = directive(Styles);
