const LONGEST = 3000;   // ms for which the rest waits at most

let waiting = [];

/** Does what the first view can do without when that view is drawn: until then the browser works for it alone. */
export function later(act) {
  if (waiting) waiting.push(act);
  else act();
}

/** The first view is drawn, or needs nothing of its own: in the next turn the rest goes on. */
export function drawn() {
  if (!waiting) return;
  const acts = waiting;
  waiting = null;
  requestAnimationFrame(() => setTimeout(() => acts.forEach(act => act())));
}

setTimeout(drawn, LONGEST);
