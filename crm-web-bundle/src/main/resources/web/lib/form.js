import { refused } from './problem.js';
import { beside } from './states.js';

/** What small forms share: send, hold the refusal, show it beside its field. */
export class Form {
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    this.problem = null;
    this.busy = false;
  }

  at(field) {
    return beside(this.problem?.at(field));
  }

  under(field) {
    return beside(this.problem?.under(field));
  }

  /** What is refused as a whole, under the form. */
  get rest() {
    return this.problem && !this.problem.fields.length ? beside(this.problem.message) : '';
  }

  /** True when it went through. */
  async send(act) {
    if (this.busy) return false;
    this.show(true, null);
    const problem = await refused(act);
    this.show(false, problem);
    return !problem;
  }

  show(busy, problem) {
    this.busy = busy;
    this.problem = problem;
    this.host.requestUpdate();
  }
}

/** The values of a form's named controls; several of one name are a list. */
export function values(form) {
  const data = new FormData(form);
  return Object.fromEntries([...new Set(data.keys())].map(name => [name, data.get(name).trim()]));
}
