import { connection, isOwn, listen } from './api.js';
import { later } from './later.js';
import { messages } from './sse.js';
import { session } from './session.js';
import { Store } from './store.js';

/**
 * What others do, as it happens. One stream a visible page, taken up again where it broke off: after sleep, offline
 * time or a restart of the server. A page that nobody looks at lets go of it, for a browser holds few connections to
 * one server.
 */
export const live = new Store({ status: 'off', unread: null });

const GATHER = 150;      // ms in which changes are gathered into one batch
const SILENT = 45000;    // ms without a sign of life, after which the connection counts as dead
const HIDDEN = 20000;    // ms that a hidden page keeps it
const WAITS = [1, 2, 4, 8, 15];

/** For style sheets and whoever looks from outside. */
live.addEventListener('change', () => { document.documentElement.dataset.live = live.state.status; });

const bus = new EventTarget();
let last = null;
let begun = 0;
let open = null;
let tries = 0;
let again = 0;
let quiet = 0;
let gathered = [];

/** Calls a host's piece again after every act, one's own and others', soon but not for each of many. */
export class Renews {
  constructor(host, renew) {
    this.renew = () => { clearTimeout(this.wait); this.wait = setTimeout(renew, 2 * GATHER); };
    host.addController(this);
  }

  hostConnected() {
    bus.addEventListener('news', this.renew);
    connection.addEventListener('acted', this.renew);
  }

  hostDisconnected() {
    clearTimeout(this.wait);
    bus.removeEventListener('news', this.renew);
    connection.removeEventListener('acted', this.renew);
  }
}

/** Gives a host what others changed, as a list; null when it must look anew, for something was missed. */
export class Follows {
  constructor(host, hear) {
    this.listener = e => hear(e.detail);
    host.addController(this);
  }

  hostConnected() {
    bus.addEventListener('news', this.listener);
  }

  hostDisconnected() {
    bus.removeEventListener('news', this.listener);
  }
}

/** All views look at the server once more: something was taken back. */
export const lookAnew = () => tell(null);

/** Whether it was one's own act is asked at the end: its news may come before its answer. */
function gather(change) {
  gathered.push(change);
  if (gathered.length === 1) setTimeout(flush, GATHER);
}

const tell = detail => bus.dispatchEvent(new CustomEvent('news', { detail }));

function flush() {
  const batch = gathered.filter(c => !isOwn(c.causeId));
  gathered = [];
  if (batch.length) tell(batch);
}

function take({ id, event, data }) {
  if (id) last = id;
  if (event === 'change') gather(JSON.parse(data));
  else if (event === 'notification') live.set({ unread: JSON.parse(data).unread });
  else if (event === 'reset') tell(null);
  else if (event === 'hello') greet();
}

function greet() {
  tries = 0;
  live.set({ status: 'on' });
}

/**
 * What was shown before the line stands may already be old, but not older than the page, or the sign-in: what has
 * happened since then is told first.
 */
const age = () => Math.ceil(performance.now() - begun);

async function connect() {
  if (open || document.hidden || session.state.status !== 'in') return;
  const mine = new AbortController();
  open = mine;
  alive();
  let pause = null;
  try {
    for await (const message of messages(await listen('/stream', { after: last, age: age(), signal: mine.signal }))) {
      alive();
      if (message.retry) pause = Number(message.retry) / 1000;
      take(message);
    }
  } catch (problem) {
    pause = problem.status === 404 ? 60 : problem.retryAfter || null;
  }
  clearTimeout(quiet);
  if (open !== mine) return;
  open = null;
  if (live.state.status === 'on') live.set({ status: 'away' });
  clearTimeout(again);
  again = setTimeout(connect, (pause ?? WAITS[Math.min(tries++, WAITS.length - 1)]) * 1000);
}

function alive() {
  clearTimeout(quiet);
  quiet = setTimeout(() => { drop(); connect(); }, SILENT);
}

function drop() {
  const held = open;
  open = null;
  clearTimeout(quiet);
  clearTimeout(again);
  held?.abort();
}

let hiding = 0;

document.addEventListener('visibilitychange', () => {
  clearTimeout(hiding);
  if (document.hidden) hiding = setTimeout(drop, HIDDEN);
  else connect();
});
/** A page that is left may be kept for Back: it holds no connection there, and takes it up again when it is shown. */
addEventListener('pagehide', () => {
  drop();
  if (live.state.status === 'on') live.set({ status: 'away' });
});
addEventListener('pageshow', event => { if (event.persisted) connect(); });
addEventListener('online', () => { drop(); connect(); });
session.addEventListener('change', () => {
  if (session.state.status === 'in') return later(connect);
  drop();
  last = null;
  if (session.state.status === 'out') begun = performance.now();
  if (live.state.status !== 'off') live.set({ status: 'off', unread: null });
});
