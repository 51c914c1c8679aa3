import { CrmElement } from '../../lib/element.js';
import { Mentions } from './mentions.js';
import { aidKey, nextPoint } from './typing.js';

let made = 0;

/**
 * What the composer and the editing of an entry share: a text with mentions and its keys. Whoever extends it has
 * `record`, `put` and `submit`.
 */
export class Writing extends CrmElement {
  list = `suggest-${++made}`;
  suggest = new Mentions(this, () => `/records/${this.record.type}/${this.record.id}/mention-suggestions`);

  get area() {
    return this.querySelector('textarea');
  }

  get mentions() {
    return this.draft.mentions;
  }

  /** Takes a text over into which a mention was put. */
  async mention(text, caret, mentions) {
    this.put({ text, mentions });
    await this.updateComplete;
    this.area.focus();
    this.area.setSelectionRange(caret, caret);
  }

  typed = event => {
    this.put({ text: event.target.value });
    this.suggest.look();
  };

  keyed = event => {
    if (this.suggest.key(event) || event.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.submit();
    else if (event.key === 'Escape' && this.escape) this.escape();
    else if (!aidKey(event.target, event) && !(event.key === 'Enter' && plain && nextPoint(event.target))) return;
    event.preventDefault();
  };

  pasted = () => {};
}
