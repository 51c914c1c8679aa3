import { session } from './session.js';

/**
 * What someone typed and did not send yet. Kept per person in this browser, so that a reload or a new sign-in loses
 * nothing.
 */
const name = key => `crm.draft.${session.state.me?.id}.${key}`;

export const drafts = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(name(key)));
    } catch {
      return null;
    }
  },
  set(key, value) {
    localStorage.setItem(name(key), JSON.stringify(value));
  },
  drop(key) {
    localStorage.removeItem(name(key));
  },
};

/** A view setting of this person in this browser: a folded column, a key map switched off. */
export const view = {
  get(key, otherwise) {
    const text = localStorage.getItem(`crm.view.${session.state.me?.id}.${key}`);
    return text === null ? otherwise : JSON.parse(text);
  },
  set(key, value) {
    localStorage.setItem(`crm.view.${session.state.me?.id}.${key}`, JSON.stringify(value));
  },
};
