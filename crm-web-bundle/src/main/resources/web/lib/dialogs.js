import { html, nothing } from 'lit';
import { drafts } from './drafts.js';
import { CrmElement } from './element.js';
import { toast } from './notices.js';
import { arrival } from './on-demand.js';
import { unreachable } from './problem.js';

/**
 * A modal question. `ask` shows it and answers with what it was closed with, or undefined when it was dismissed;
 * focus goes back to where it came from. The native element traps focus, dims the page and hears Esc. Going back in
 * the browser dismisses it: what it asks about is no longer on the page.
 */
export class CrmDialog extends CrmElement {
  static properties = { problem: { state: true }, busy: { state: true } };

  firstUpdated() {
    this.opener = document.activeElement;
    this.went = () => this.close();
    addEventListener('popstate', this.went);
    const box = this.querySelector('dialog');
    box.addEventListener('cancel', e => { e.preventDefault(); this.close(); });
    box.addEventListener('pointerdown', e => { if (e.target === box && outside(e, box)) this.close(); });
    box.showModal();
    box.querySelector('[autofocus]')?.focus();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('popstate', this.went);
  }

  close(answer) {
    this.querySelector('dialog')?.close();
    this.remove();
    if (this.opener?.isConnected) this.opener.focus();
    if (this.resume) drafts.drop('dialog');
    this.resolve?.(answer);
  }

  /** Sends, and stays open with the server's reason when it refuses. */
  async send(act) {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      this.close(await act());
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  frame(title, body, actions, onSubmit) {
    return html`<dialog class="box" aria-labelledby="dialog-title">
      <form method="dialog" novalidate @submit=${e => { e.preventDefault(); onSubmit?.(); }}>
        <h2 id="dialog-title">${title}</h2>
        ${body}
        ${this.problem && !this.problem.fields.length ? html`<p class="refusal"
          role="alert">${this.problem.message}</p>` : nothing}
        <div class="row actions">${actions}</div>
      </form>
    </dialog>`;
  }
}

function outside(event, box) {
  const r = box.getBoundingClientRect();
  return event.clientX < r.left || event.clientX > r.right || event.clientY < r.top || event.clientY > r.bottom;
}

/** @param props.resume {kind, id}: with it the dialog opens again after a reload, see `resumeDialog` */
export function ask(tag, props = {}) {
  if (props.resume) drafts.set('dialog', { ...props.resume, path: location.pathname });
  if (customElements.get(tag)) return show(tag, props).answered;
  return fetched(tag, props);
}

async function fetched(tag, props) {
  const keys = held();
  const here = await arrival(() => import('../components/dialogs.js')).finally(keys.release);
  if (!here) {
    toast({ text: `${unreachable()} Try again when the connection is back.` });
    return undefined;
  }
  const element = show(tag, props);
  await keys.replay(element);
  return element.answered;
}

/** Keys pressed while a dialog is on its way are meant for it, and not for the view behind. */
function held() {
  const keys = [];
  const hold = e => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    keys.push(e.key);
  };
  addEventListener('keydown', hold, true);
  return {
    release: () => removeEventListener('keydown', hold, true),
    replay: async element => {
      for (const key of keys) {
        await element.updateComplete;
        const field = document.activeElement;
        if (key === 'Escape') element.close();
        else if (key === 'Enter') field.form?.requestSubmit();
        else if (key.length === 1 && field.matches('input:not([type]), input[type=text], textarea')) {
          field.setRangeText(key, field.value.length, field.value.length, 'end');
          field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key, inputType: 'insertText' }));
        }
      }
    },
  };
}

function show(tag, props) {
  const element = Object.assign(document.createElement(tag), props);
  element.answered = new Promise(resolve => { element.resolve = resolve; });
  document.body.append(element);
  return element;
}

/**
 * Opens the dialog again that a reload or the end of a session closed; `ways` says how, by kind. One opened meanwhile
 * stays the only one.
 */
export function resumeDialog(ways) {
  if (document.querySelector('dialog[open]')) return;
  const { kind, id, path } = drafts.get('dialog') || {};
  if (path === location.pathname && ways[kind]) ways[kind](id);
}
