/** A refusal or failure as the server tells it (problem+json), or as the network does. */
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail || body.title || fallback(status));
    this.status = status;
    this.code = body.code || (status === 0 ? 'offline' : '');
    this.fields = body.fields || [];
    this.conflicts = body.conflicts || [];
    this.current = body.current;
    this.mergedInto = body.mergedInto;
    this.changedBy = body.changedBy;
    this.exceptions = body.exceptions || [];
    this.addresses = body.addresses || [];
    this.people = body.people || [];
    this.incident = body.incident;
    this.retryAfter = body.retryAfter;
  }

  /** The message for one field, or nothing. */
  at(field) {
    return this.fields.find(f => f.field === field)?.message;
  }

  /** What was refused of a member that has members of its own, such as `mapping.amount`. */
  under(field) {
    return this.fields.filter(f => f.field === field || f.field.startsWith(`${field}.`)).map(f => f.message).join(' ');
  }

  /** What is refused of other members than these, or the whole when no member is named. */
  beyond(...names) {
    const shown = f => names.some(name => f.field === name || f.field.startsWith(`${name}.`));
    return this.fields.length ? this.fields.filter(f => !shown(f)).map(f => f.message).join(' ') : this.message;
  }

  /** True when the part is away for a moment and comes back by itself. */
  get passing() {
    return this.status === 503 || this.status === 0;
  }
}

/** Why there is no answer: this device is offline, or the server is away. */
export const unreachable = () => (navigator.onLine === false ? 'You are offline.' : 'The server cannot be reached.');

function fallback(status) {
  if (status === 0) return `${unreachable()} What you typed is kept.`;
  if (status === 403) return 'You are not allowed to do this.';
  if (status === 404) return 'This does not exist, or you may not see it.';
  if (status === 503) return 'This part of the server is being replaced.';
  return `The server answered with an error (${status}).`;
}

/**
 * Does it; gives the refusal, or nothing when it went through. What is no answer of the server is a mistake of ours,
 * and thrown on.
 */
export async function refused(act) {
  try {
    await act();
    return null;
  } catch (problem) {
    if (problem.status === undefined) throw problem;
    return problem;
  }
}
