import { drafts } from '../../lib/drafts.js';

/** What was typed into a field and is not saved yet; it outlives a reload and the end of a session. */
export class FieldDraft {
  constructor(field) {
    this.field = field;
  }

  get key() {
    return `field.${location.pathname}.${this.field.name}`;
  }

  keep(raw) {
    const { base, version } = this.field;
    drafts.set(this.key, { raw, base: base ?? null, version });
  }

  drop() {
    drafts.drop(this.key);
  }

  /** Opens the field again with what stood in it, without taking the focus. */
  async restore() {
    const held = drafts.get(this.key);
    if (!held) return;
    const { field } = this;
    await field.edit({ base: held.base, version: held.version, focus: false });
    const input = field.querySelector('input, textarea');
    if (input) input.value = held.raw;
  }
}
