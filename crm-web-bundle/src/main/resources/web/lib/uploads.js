import { api } from './api.js';
import { say } from './notices.js';

/**
 * Uploads the files that someone chose, one after the other, and shows how far each has come. Host: what shows them.
 */
export class Uploads {
  /** @param taken called with {id, name, size, type} of each file that the server has taken */
  constructor(host, taken) {
    this.host = host;
    this.taken = taken;
    this.going = [];
    this.refused = [];
    host.addController(this);
  }

  hostDisconnected() {
    this.going.forEach(u => u.stop.abort());
  }

  get busy() {
    return this.going.length > 0;
  }

  /** Resolves when all files are in, those added meanwhile too. */
  async add(files) {
    if (!files.length) return;
    const running = this.busy;
    this.show([...this.going, ...files.map(file => ({ file, share: null, stop: new AbortController() }))], []);
    if (running) return;
    while (this.busy) await this.next(this.going[0]);
  }

  async next(upload) {
    const { file, stop } = upload;
    let refusal = [];
    try {
      const told = share => { upload.share = share; this.host.requestUpdate(); };
      if (!stop.signal.aborted) this.take(await api.upload('/attachments', { name: file.name }, file,
        'application/octet-stream', { told, signal: stop.signal }));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (problem.code !== 'aborted') refusal = [reason(file, problem)];
    }
    this.show(this.going.filter(u => u !== upload), [...this.refused, ...refusal]);
  }

  take({ id, name, size, type }) {
    this.taken({ id, name, size, type });
    say(`${name} is uploaded.`);
  }

  stop(upload) {
    upload.stop.abort();
    if (upload.share === null) this.show(this.going.filter(u => u !== upload), this.refused);
  }

  show(going, refused) {
    Object.assign(this, { going, refused });
    this.host.requestUpdate();
  }
}

/** Removes a file that was not sent. One that is gone already counts as removed. Gives the refusal, or nothing. */
export async function discardFile(file) {
  try {
    await api.remove(`/attachments/${file.id}`);
  } catch (problem) {
    if (problem.status === undefined) throw problem;
    if (problem.status !== 404) return `${file.name}: ${problem.message}`;
  }
  say(`${file.name} removed.`);
  return null;
}

function reason(file, problem) {
  const why = problem.at('name') || problem.message;
  return why.includes(file.name) ? why : `${file.name}: ${why}`;
}

/** "40 %", once something has gone; the next in line wait. */
export const progress = ({ share }) => (share === null ? 'waits' : `${Math.round(share * 100)} %`);
