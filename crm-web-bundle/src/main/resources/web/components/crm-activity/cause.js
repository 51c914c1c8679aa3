/** The server's "Because … was done." as the end of a sentence. */
const clause = text => text.replace(/^[A-Z](?=[a-z])/, first => first.toLowerCase()).replace(/\.$/, '');

/** Why something planned this that was not a person. */
export const planned = ({ cause, automatic }) => (cause ? `planned ${clause(cause)}` : automatic
  ? 'planned automatically' : null);

/** "postponed 2 times", or nothing. */
export const postponed = ({ postponed: times }) => (times ? `postponed ${times === 1 ? 'once' : `${times} times`}`
  : null);

/** Why something ended it that was not a person. */
export const ended = ({ endCause, state }) => (endCause
  ? `${state === 'done' ? 'finished' : 'cancelled'} ${clause(endCause)}` : null);
