import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { guest } from '../../lib/api.js';
import { drafts } from '../../lib/drafts.js';
import { Form } from '../../lib/form.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { shown, skeleton } from '../../lib/states.js';
import { ended, expired, heading, message } from './parts.js';

/**
 * What somebody outside sees by their signed link: the subject, where it stands, the messages, and a field to answer.
 * No sign-in.
 */
class CrmShared extends CrmElement {
  static properties = { token: {}, text: { state: true }, stopped: { state: true }, sure: { state: true },
    sent: { state: true } };

  load = new Load(this, () => this.fetch());
  form = new Form(this);
  stop = new Form(this);

  get path() {
    return `/shared/${encodeURIComponent(this.token)}`;
  }

  get store() {
    return `shared.${this.token}`;
  }

  willUpdate(changed) {
    if (!changed.has('token')) return;
    this.text = drafts.get(this.store) || '';
    this.sure = new URLSearchParams(location.search).has('unsubscribe');
    this.load.run();
  }

  async fetch(cursor) {
    const view = await guest.get(this.path, { cursor });
    document.title = `${view.title} · Pivotino`;
    return view;
  }

  async earlier() {
    const held = this.load.data;
    const page = await this.fetch(held.messages.next);
    this.load.set({ ...held,
      messages: { items: [...held.messages.items, ...page.messages.items], next: page.messages.next } });
  }

  render() {
    if (this.load.status === 'failed'
      && [404, 410].includes(this.load.problem.status)) return html`<div class="shared">${expired()}</div>`;
    if (this.stopped) return html`<div class="shared">${ended()}</div>`;
    return html`<div class="shared">${shown(this.load, view => this.body(view), skeleton(6, 'rows'))}</div>`;
  }

  body(view) {
    const list = [...view.messages.items].reverse();
    return html`${heading(view)}
      <section class="shared-talk" aria-labelledby="messages"><h2 id="messages">Messages</h2>
        ${view.messages.next ? html`<button class="quiet" @click=${this.earlier}>Earlier messages</button>` : nothing}
        ${list.length ? html`<ol>${list.map(m => message(m, this.path))}</ol>`
          : html`<p class="muted">No messages yet.</p>`}
        ${this.answer(view)}</section>
      <footer class="shared-foot small muted">${this.way(view)}</footer>`;
  }

  answer(view) {
    return html`<form class="shared-answer" novalidate @submit=${this.send}>
      <label class="field"><span>Your answer</span><textarea name="body" rows="4" .value=${this.text}
        @input=${e => this.type(e.target.value)}
        @keydown=${e => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) this.send(e); }}></textarea></label>
      ${this.form.at('body')}${this.form.rest}
      <div class="row wrap"><button class="primary"
        ?disabled=${this.form.busy || !this.text.trim()}>${this.form.busy ? 'Sending …' : 'Send'}</button>
        <span class="faint small">${view.reader ? `You write as ${view.reader}.` : nothing}</span>
        ${this.sent ? html`<span class="small muted" role="status">Your answer is sent.</span>`
          : nothing}</div></form>`;
  }

  way() {
    if (!this.sure) return html`<p>You get an email when there is news. <button class="bare link"
      @click=${() => { this.sure = true; }}>Unsubscribe</button></p>`;
    return html`<p>No more emails about this? The link to this page then ends too.</p>
      <div class="row"><button class="quiet" ?disabled=${this.stop.busy}
        @click=${this.unsubscribe}>Yes, unsubscribe</button>
      <button @click=${() => { this.sure = false; }}>Keep them</button></div>${this.stop.rest}`;
  }

  type(text) {
    this.text = text;
    this.sent = false;
    if (text.trim()) drafts.set(this.store, text);
    else drafts.drop(this.store);
  }

  async send(event) {
    event.preventDefault();
    if (!this.text.trim()) return;
    if (!await this.form.send(() => guest.create(`${this.path}/messages`, { body: this.text }))) return;
    this.type('');
    this.sent = true;
    say('Your answer is sent.');
    this.load.run();
  }

  unsubscribe = async () => {
    this.stopped = await this.stop.send(() => guest.create(`${this.path}/unsubscribe`));
  };
}
customElements.define('crm-shared', CrmShared);
