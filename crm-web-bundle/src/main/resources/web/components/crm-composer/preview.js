import { api } from '../../lib/api.js';
import { keyOf } from './draft.js';

const PAUSE = 300;   // ms without typing before the server is asked

/** Asks the server who will get what is being written. A post with its token is refused when followers have changed since. */
export class Preview {
  /** @param body what would be posted, or null when there is nothing to ask for */
  constructor(host, path, body) {
    Object.assign(this, { host, path, body, data: null, problem: null, turn: 0 });
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

  async now() {
    clearTimeout(this.wait);
    this.wait = null;
    const turn = ++this.turn;
    try {
      const data = await api.question(this.path(), this.body());
      if (turn === this.turn) this.show({ data, problem: null });
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (turn === this.turn) this.show({ problem });
    }
    return this.data;
  }

  /** What was typed in the last moment is asked for first. Gives who came in that the author has neither named nor seen. */
  async unseen() {
    if (!this.wait) return [];
    const before = this.data?.notified;
    const after = (await this.now())?.notified || [];
    const named = n => n.why === 'mentioned' || n.why === 'added';
    return before ? [...new Set(after.filter(n => !named(n) && !before.some(o => keyOf(o) === keyOf(n))).map(nameOf))] : [];
  }

  /** Looks again after a refusal: who came and who went, by name. */
  async changes() {
    const before = this.data?.notified || [];
    const after = (await this.now())?.notified || [];
    const without = (list, other) => [...new Set(list.filter(n => !other.some(o => keyOf(o) === keyOf(n))).map(nameOf))];
    return { added: without(after, before), gone: without(before, after) };
  }

  clear() {
    this.turn++;
    clearTimeout(this.wait);
    this.wait = null;
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
  return `The followers have changed meanwhile. ${lines.join(' ') || 'The same people get it.'} Send it again if that is right.`;
}

const list = names => (names.length < 4 ? new Intl.ListFormat('en').format(names) : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`);
