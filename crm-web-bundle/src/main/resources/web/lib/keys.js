import { ask } from './dialogs.js';
import { view } from './drafts.js';
import { go } from './router.js';
import { session } from './session.js';
import { undoLast } from './notices.js';

/** A box that is ticked takes no letters. */
const typing = target =>
  target.closest('input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable]');

/** True when a plain key is meant as a command: not while typing, not with a dialog open, not when switched off. */
export function isCommand(event) {
  return !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)
    && session.state.status === 'in' && !document.querySelector('dialog[open]')
      && view.get('keys', true);
}

/** Single keys of a view, wherever in it the focus is. */
export class ViewKeys {
  constructor(host, commands) {
    this.listener = event => {
      const act = isCommand(event) && !event.shiftKey && commands[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this.listener);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this.listener);
  }
}

let lead = null;

/** The keys that work everywhere. Those of a card live with the board. */
export function listenForKeys() {
  document.addEventListener('keydown', event => {
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
      && !typing(event.target)) return undoLast();
    if (!isCommand(event)) return undefined;
    const key = lead === 'g' ? `g ${event.key}` : event.key;
    lead = event.key === 'g' && lead !== 'g' ? 'g' : null;
    if (COMMANDS[key]) {
      event.preventDefault();
      COMMANDS[key]();
    }
    return undefined;
  });
}

const COMMANDS = {
  '/': () => document.querySelector('crm-search input')?.focus(),
  '?': () => ask('crm-keys'),
  n: () => go('/pipeline?new=1'),
  'g p': () => go('/pipeline'),
  'g d': () => go('/day'),
  'g c': () => go('/calendar'),
  'g i': () => go('/inbox'),
  'g a': () => go('/activities'),
  'g o': () => go('/contacts'),
  'g r': () => go('/reports'),
};
