import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { CrmElement } from '../../lib/element.js';
import { Uses } from '../../lib/store.js';
import { now } from '../../lib/clock.js';
import { dismissToast, notices, recall, undoLast } from '../../lib/notices.js';
import { session } from '../../lib/session.js';
import { iconButton } from '../../lib/bits.js';

const READING = 6000;

/**
 * One line that says what else happened, with Undo for as long as it holds; the bar shows the time left. While one
 * points at it or has the focus in it the line stays, although the server's window runs on: when that is over, it
 * says so.
 */
class CrmToast extends CrmElement {
  static properties = { late: { state: true } };
  uses = new Uses(this, notices);

  connectedCallback() {
    super.connectedCallback();
    recall(session.state.me.id);
  }

  render() {
    const { toast } = notices.state;
    if (!toast) return nothing;
    return keyed(toast.id, html`<div class="toast" role="group" aria-label="What just happened" @mouseenter=${this.hold}
      @mouseleave=${this.go} @focusin=${this.hold} @focusout=${this.go}>
      <span class="toast-text">${toast.text}${toast.strong ? html` <b>${toast.strong}</b>.`
        : nothing}${(toast.effects || []).map(e => ` ${e}`)}</span>
      ${toast.undo ? this.way(toast) : nothing}${toast.undo && !this.late ? nothing
        : iconButton('close', 'Close', () => dismissToast(toast.id), 'tight')}
    </div>`);
  }

  way(toast) {
    if (this.late) return html`<span class="too-late">It stays as it is.</span>`;
    return html`<span class="left" aria-hidden="true"><i></i></span><button aria-keyshortcuts="Control+Z" title="Ctrl Z"
      @click=${() => undoLast(toast)}>Undo</button>`;
  }

  willUpdate() {
    if (notices.state.toast?.id !== this.running) this.late = false;
  }

  updated() {
    const { toast } = notices.state;
    if (toast?.id === this.running) return;
    this.running = toast?.id;
    clearTimeout(this.end);
    clearTimeout(this.over);
    this.held = false;
    if (toast) this.start(toast);
  }

  start(toast) {
    const left = toast.undo ? Math.max(0, Date.parse(toast.undo.until) - now().getTime()) : READING;
    this.until = Date.now() + left;
    this.bar = this.querySelector('.left i')?.animate([{ transform: 'scaleX(1)' }, { transform: 'scaleX(0)' }],
      { duration: Math.max(1, left), fill: 'forwards' });
    if (toast.undo) this.over = setTimeout(() => { this.late = this.held; }, left);
    this.go();
  }

  hold() {
    this.held = true;
    clearTimeout(this.end);
    this.bar?.pause();
  }

  /** Let go, the bar shows again what is truly left. */
  go(event) {
    if (event?.relatedTarget && this.contains(event.relatedTarget)) return;
    this.held = false;
    const left = Math.max(0, this.until - Date.now());
    if (this.bar) {
      this.bar.currentTime = this.bar.effect.getTiming().duration - left;
      this.bar.play();
    }
    clearTimeout(this.end);
    this.end = setTimeout(() => dismissToast(this.running), Math.max(700, left));
  }
}
customElements.define('crm-toast', CrmToast);
