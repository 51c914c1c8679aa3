import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { now } from '../../lib/clock.js';
import { dismissToast, notices, undoLast } from '../../lib/notices.js';
import { iconButton } from '../../lib/bits.js';

/** One line that says what else happened, with Undo for as long as it holds; the bar shows the time left. */
class CrmToast extends CrmElement {
  uses = new Uses(this, notices);

  render() {
    const toast = notices.state.toast;
    if (!toast) return nothing;
    return keyed(toast.id, html`<div class="toast" @mouseenter=${this.hold} @mouseleave=${this.go} @focusin=${this.hold} @focusout=${this.go}>
      <span>${toast.text}${toast.strong ? html` <b>${toast.strong}</b>.` : nothing}${(toast.effects || []).map(e => ` ${e}`)}</span>
      ${toast.undo ? html`<span class="left"><i></i></span><button @click=${undoLast}>Undo</button>` : iconButton('close', 'Close', () => dismissToast(toast.id), 'tight')}
    </div>`);
  }

  updated() {
    const toast = notices.state.toast;
    if (toast?.id === this.running) return;
    this.running = toast?.id;
    clearTimeout(this.end);
    if (!toast) return;
    const left = toast.undo ? Math.max(0, Date.parse(toast.undo.until) - now().getTime()) : 6000;
    this.bar = this.querySelector('.left i')?.animate([{ transform: 'scaleX(1)' }, { transform: 'scaleX(0)' }], { duration: left, fill: 'forwards' });
    this.until = Date.now() + left;
    this.go();
  }

  /** Reading time: the line stays while one looks at it, although the server's window runs on. */
  hold() {
    clearTimeout(this.end);
    this.bar?.pause();
  }

  go() {
    this.bar?.play();
    clearTimeout(this.end);
    this.end = setTimeout(() => dismissToast(this.running), Math.max(600, this.until - Date.now()));
  }
}
customElements.define('crm-toast', CrmToast);
