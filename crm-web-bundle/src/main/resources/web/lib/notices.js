import { api } from './api.js';
import { Store } from './store.js';

/** What the page says: one toast at a time with its way back, and lines for screen readers only. */
export const notices = new Store({ toast: null, spoken: '' });

let turn = 0;

/** @param toast {text, strong, effects, undo: {token, until}, onUndone} */
export function toast(toast) {
  notices.set({ toast: { ...toast, id: ++turn } });
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

/** Takes the last act back, if its time is not over. */
export async function undoLast() {
  const last = notices.state.toast;
  if (!last?.undo) return;
  dismissToast(last.id);
  try {
    await api.act(`/undo/${last.undo.token}`);
    say('Taken back.');
    last.onUndone?.();
  } catch (problem) {
    toast({ text: `Could not be taken back. ${problem.message}` });
  }
}

/** The lines that an act's answer gives about what else happened. */
export const effectLines = answer => (answer?.effects || []).map(e => e.summary).filter(Boolean);
