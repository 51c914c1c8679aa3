import { api } from './api.js';
import { now } from './clock.js';
import { together } from './effects.js';
import { lookAnew } from './live.js';
import { Store } from './store.js';

/** What the page says: one toast at a time with its way back, and lines for screen readers only. */
export const notices = new Store({ toast: null, spoken: '' });

let turn = 0;

/** @param toast {text, strong, effects, undo: {token, until}, onUndone} */
export function toast(toast) {
  const shown = { ...toast, id: ++turn };
  notices.set({ toast: shown });
  keep([...undoable.filter(inTime), ...(toast.undo ? [shown] : [])]);
  say([toast.text, toast.strong, ...(toast.effects || [])].filter(Boolean).join(' '));
}

export function dismissToast(id) {
  if (!id || notices.state.toast?.id === id) notices.set({ toast: null });
}

/** Tells a screen reader; a trailing mark makes the same words count as new ones. */
export function say(text) {
  const again = notices.state.spoken === text ? '\u00a0' : '';
  notices.set({ spoken: text + again });
}

/** Acts that can still be taken back, the latest last; this tab knows them after a reload too. */
let undoable = [];
let owner;
const KEPT = 'crm.undo';

function keep(acts) {
  undoable = acts;
  const words = acts.map(({ text, strong, effects, undo }) => ({ text, strong, effects, undo }));
  sessionStorage.setItem(KEPT, JSON.stringify({ owner, acts: words }));
}

/** What was done before the page was loaded anew and can still be taken back, if it is the same person. */
export function recall(userId) {
  if (owner === userId) return;
  owner = userId;
  const kept = JSON.parse(sessionStorage.getItem(KEPT) || '{}');
  keep(kept.owner === userId ? kept.acts.map(act => ({ ...act, id: ++turn })).filter(inTime) : []);
  if (undoable.length) notices.set({ toast: undoable.at(-1) });
}

const inTime = act => act.undo && Date.parse(act.undo.until) > now().getTime();

/** Takes one act back; by the key z the latest of those whose time is not over. */
export async function undoLast(act = undoable.filter(inTime).at(-1)) {
  if (!act?.undo) return void say('There is nothing to undo.');
  keep(undoable.filter(o => o !== act));
  dismissToast(act.id);
  try {
    const answer = await api.act(`/undo/${act.undo.token}`);
    toast({ text: 'Undone.', effects: together(answer) });
  } catch (problem) {
    if (problem.status === undefined) throw problem;
    toast({ text: problem.status === 0 ? problem.message : `It stays as it is. ${problem.message}` });
  }
  act.onUndone?.();
  lookAnew();
}

/** The lines that an act's answer gives about what else happened. */
export const effectLines = answer => (answer?.effects || []).map(e => e.summary).filter(Boolean);
