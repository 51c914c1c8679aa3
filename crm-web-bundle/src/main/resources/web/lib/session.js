import { all, api, connection, useCsrfToken } from './api.js';
import { setClock } from './clock.js';
import { later } from './later.js';
import { Store } from './store.js';
import { catalog, forgetCatalog } from './catalog.js';
import { openSlots } from './slots.js';

/** Who is signed in: `status` is loading, out, in or failed; `modules` are the parts that the server has now. */
export const session = new Store({ status: 'loading', me: null, modules: [] });

const AT_ONCE = 100;   // ms that the frame waits for what the first view shows, so that both are drawn in one go

/** @param first settles when the first view has what it shows */
export async function openSession(first) {
  const parts = modules();
  parts.catch(() => {});   // asked together, for a slow network; who is not signed in hears it from the session
  try {
    take(await api.get('/session'));
    const present = await parts;
    if (first) await Promise.race([first, new Promise(done => { setTimeout(done, AT_ONCE); })]);
    session.set({ modules: present, status: 'in' });
    later(() => {
      openSlots();
      catalog.settings().then(answers => refreshMe({ currency: answers.currency }), () => {});
    });
  } catch (problem) {
    session.set(problem.status === 401 ? { status: 'out' } : { status: 'failed', problem });
  }
}

export async function signIn(login, password) {
  await api.open('/session', { login, password });
  await openSession();
}

export async function signOut() {
  await api.remove('/session');
  forgetDrafts();
  leave();
}

/** The answers of a form that changes what the session tells (name, zone, onboarding). */
export function refreshMe(patch) {
  session.set({ me: { ...session.state.me, ...patch } });
}

export function may(...roles) {
  return roles.some(r => session.state.me?.roles?.includes(r));
}

/** True when the part is deployed. */
export function has(part) {
  return session.state.modules.includes(part);
}

function take(answer) {
  const me = { ...answer.user, ...answer };
  useCsrfToken(answer.csrfToken);
  setClock(answer.now);
  if (me.locale) document.documentElement.lang = me.locale.replace('_', '-');
  session.set({ me });
}

async function modules() {
  return (await all('/modules'))
    .filter(m => m.state === 'present')
    .map(m => m.name);
}

/**
 * Whoever signs out leaves nothing typed behind for the next one at this browser; a session that ended by itself keeps
 * it.
 */
function forgetDrafts() {
  const mine = `crm.draft.${session.state.me?.id}.`;
  Object.keys(localStorage).filter(key => key.startsWith(mine)).forEach(key => localStorage.removeItem(key));
}

function leave() {
  useCsrfToken(null);
  forgetCatalog();
  session.set({ status: 'out' });
}

connection.addEventListener('signedout', leave);
