import { api } from '../../lib/api.js';
import { key, labelFor } from './draft.js';

const PAUSE = 120;       // ms without typing before the server is asked
const MOST = 8;          // people in the list
const BEGUN = /(?:^|[\s([{"'])@([^\s@][^@\n]{0,40}|)$/u;

/** Suggests people while an `@` is being written, and puts the chosen one into the text. */
export class Mentions {
  /**
   * @param host with `area` (the text field), `mentions`, and `mention(text, caret, mentions)` that takes the new text
   * over
   */
  constructor(host, path) {
    Object.assign(this, { host, path, found: null, at: 0 });
    host.addController(this);
  }

  hostDisconnected() {
    this.shut();
  }

  /** What stands between the last `@` and the caret, or null. */
  get query() {
    const { area } = this.host;
    if (!area || area.selectionStart !== area.selectionEnd) return null;
    return BEGUN.exec(area.value.slice(0, area.selectionStart))?.[1] ?? null;
  }

  look() {
    clearTimeout(this.wait);
    const q = this.query;
    if (q === null || this.done(q)) return void this.shut();
    this.wait = setTimeout(() => this.ask(q), PAUSE);
    return undefined;
  }

  /** A name that was just put in is not asked for again. */
  done(q) {
    return this.host.mentions.some(m => q === m.label || q.startsWith(`${m.label} `));
  }

  async ask(q) {
    const answer = await api.get(this.path(), { q: q.trim() }).catch(() => null);
    if (this.query !== q) return;
    const items = (answer?.items || []).slice(0, MOST).map(s => ({ ...s, sub: s.email }));
    this.found = items.length && document.activeElement === this.host.area ? items : null;
    this.at = 0;
    this.host.requestUpdate();
  }

  /** True when the key was meant for the list. */
  key(event) {
    if (!this.found || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.at = (this.at + step + this.found.length) % this.found.length;
    else if (event.key === 'Enter' || event.key === 'Tab') this.pick(this.found[this.at]);
    else if (event.key === 'Escape') this.shut();
    else return false;
    event.preventDefault();
    this.host.requestUpdate();
    return true;
  }

  pick(person) {
    const { area, mentions } = this.host;
    const label = labelFor(person, mentions);
    const caret = area.selectionStart;
    const begin = caret - this.query.length;
    const rest = area.value.slice(caret);
    const text = `${area.value.slice(0, begin)}${label}${/^\s/.test(rest) ? '' : ' '}${rest}`;
    const kept = mentions.filter(m => key(m) !== key(person));
    this.shut();
    this.host.mention(text, begin + label.length + 1,
      [...kept, { kind: person.kind, id: person.id, name: person.name, label }]);
  }

  shut() {
    clearTimeout(this.wait);
    if (!this.found) return;
    this.found = null;
    this.host.requestUpdate();
  }
}
