import { api } from '../../lib/api.js';
import { listed } from '../../lib/format.js';
import { keyOf } from './draft.js';

const PAUSE = 300;   // ms without typing before the server is asked

/**
 * Asks the server who will get what is being written. The author knows those who stood there when the writing began
 * and those chosen since; whoever comes in otherwise is named before anything is sent. A post with the preview's token
 * is refused when followers have changed since.
 */
export class Preview {
  /** @param body what would be posted, or null when there is nothing to ask for */
  constructor(host, path, body) {
    Object.assign(this, { host, path, body, data: null, problem: null, turn: 0, known: null, asking: null });
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.wait);
    this.turn++;
  }

  /** Soon, once for many letters. */
  soon() {
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.now(), PAUSE);
  }

  now() {
    clearTimeout(this.wait);
    this.wait = null;
    this.asking = this.ask();
    return this.asking;
  }

  async ask() {
    const turn = ++this.turn;
    try {
      const data = await api.question(this.path(), this.body());
      if (turn === this.turn) {
        this.known ??= data.notified;
        this.show({ data, problem: null });
      }
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (turn === this.turn) this.show({ problem });
    }
    return this.data;
  }

  /** The author changed the choice of recipients: whoever the next answer names is chosen. */
  chosen() {
    this.known = null;
  }

  /**
   * Who would get it that the author neither named nor knows of; what was typed in the last moment is asked for first.
   */
  async unseen() {
    await (this.wait ? this.now() : this.asking);
    return this.differences().added;
  }

  /** Looks again after a refusal: who came and who went, by name. */
  async changes() {
    await this.now();
    return this.differences();
  }

  /** Names each difference once: from now on the author knows. */
  differences() {
    const before = this.known || [];
    const after = this.data?.notified || [];
    const named = n => n.why === 'mentioned' || n.why === 'added';
    const without = (list, other) =>
      [...new Set(list.filter(n => !named(n) && !other.some(o => keyOf(o) === keyOf(n))).map(nameOf))];
    this.known = after;
    return { added: without(after, before), gone: without(before, after) };
  }

  clear() {
    this.turn++;
    clearTimeout(this.wait);
    Object.assign(this, { wait: null, known: null, asking: null });
    this.show({ data: null, problem: null });
  }

  show(patch) {
    Object.assign(this, patch);
    this.host.requestUpdate();
  }
}

export const nameOf = ({ person, email }) => person?.name || email;

/** "Ben Kerr now gets it too. Ann Lee no longer does." */
export function inWords({ added, gone }) {
  const lines = [];
  if (added.length) lines.push(`${list(added)} now ${added.length === 1 ? 'gets' : 'get'} it too.`);
  if (gone.length) lines.push(`${list(gone)} no longer ${gone.length === 1 ? 'gets' : 'get'} it.`);
  return `The followers have changed meanwhile. ${lines.join(' ')} Send it again if that is right.`;
}

const list = names =>
  (names.length < 4 ? listed(names) : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`);
