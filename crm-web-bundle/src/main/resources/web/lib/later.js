const LONGEST = 3000;   // ms for which the rest waits at most

let waiting = [];

/** Does what the first view can do without when that view is drawn: until then the browser works for it alone. */
export function later(act) {
  if (waiting) waiting.push(act);
  else act();
}

const whenIdle = globalThis.requestIdleCallback ? act => requestIdleCallback(act, { timeout: 300 }) : setTimeout;

/** The first view is drawn, or needs nothing of its own: the rest goes on, a piece at a time between what people do. */
export function drawn() {
  if (!waiting) return;
  const acts = waiting;
  waiting = null;
  const next = () => {
    try {
      acts.shift()?.();
    } finally {
      if (acts.length) whenIdle(next);
    }
  };
  requestAnimationFrame(() => whenIdle(next));
}

setTimeout(drawn, LONGEST);
