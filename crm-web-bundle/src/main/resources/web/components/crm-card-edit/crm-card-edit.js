import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { plain } from '../../lib/amount.js';
import { drafts } from '../../lib/drafts.js';
import { Form } from '../../lib/form.js';
import { day, locale, money } from '../../lib/format.js';
import { session } from '../../lib/session.js';

const FIELDS = ['name', 'amount', 'closing'];
const WORDS = { name: 'the name', amount: 'the amount', closing: 'the closing' };
const text = amount => Number(amount).toLocaleString(locale(), { useGrouping: false, maximumFractionDigits: 2 });

/** How a card's values stand in the editor. */
const typed = o => ({ name: o.name, amount: o.expectedRevenue ? text(o.expectedRevenue.amount) : '', closing: o.expectedClosing || '' });

/** A card edited where it lies: name, amount, expected closing. What others change meanwhile stands in a line, with both values. */
class CrmCardEdit extends CrmElement {
  static properties = { card: {}, changedBy: {}, draft: { state: true } };

  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.key = `edit.${this.card.id}`;
    this.draft = drafts.get(this.key) || { base: typed(this.card), version: this.card.version, ...typed(this.card) };
    api.get(`/opportunities/${this.card.id}`).then(o => this.know(o), () => {});
  }

  /** The whole record: cards do not carry the closing. Fields not touched yet take its value. */
  know(o) {
    const base = typed(o);
    const { base: before, version } = this.draft;
    const untouched = FIELDS.filter(f => this.draft[f] === before[f]);
    const fresh = Object.fromEntries(untouched.map(f => [f, base[f]]));
    this.now = o;
    this.clashes = o.version === version ? [] : FIELDS.filter(f => base[f] !== before[f] && !untouched.includes(f) && base[f] !== this.draft[f]);
    this.put({ ...fresh, base: o.version === version ? base : { ...before, ...fresh } }, false);
  }

  willUpdate(changed) {
    if (changed.has('card') && changed.get('card') && changed.get('card').version !== this.card.version) api.get(`/opportunities/${this.card.id}`).then(o => this.know(o), () => {});
  }

  firstUpdated() {
    const input = this.querySelector('input');
    input.focus();
    input.select();
  }

  render() {
    const d = this.draft;
    return html`<form class="card quick" novalidate aria-label="Edit ${this.card.name}" @submit=${this.submit} @keydown=${this.pressed}>
      <input aria-label="Name" maxlength="200" .value=${d.name} @input=${e => this.put({ name: e.target.value })}>${this.form.at('name')}
      <div class="row"><input aria-label="Expected revenue" placeholder="Expected revenue" inputmode="decimal" .value=${d.amount} @input=${e => this.put({ amount: e.target.value })}><span class="faint">${this.currency}</span></div>${this.form.at('expectedRevenue')}
      <input type="date" aria-label="Expected closing" .value=${d.closing} @input=${e => this.put({ closing: e.target.value })}>${this.form.at('expectedClosing')}
      ${this.clashes?.length ? this.choose() : ''}
      ${this.form.rest}
      <div class="row"><button class="primary" ?disabled=${this.form.busy || !d.name.trim()}>Save</button><button type="button" @click=${() => this.leave()}>Cancel</button></div>
    </form>`;
  }

  choose() {
    const read = { name: v => v, amount: () => money(this.now.expectedRevenue) || 'empty', closing: v => (v ? day(v) : 'empty') };
    return html`<div class="conflict" role="alert"><p><b class="strong">${this.changedBy || 'Someone'}</b> changed ${this.clashes.map((f, i) => html`${i ? ', ' : ''}${WORDS[f]} to “${read[f](typed(this.now)[f])}”`)} meanwhile; yours stands above.</p>
      <p class="row wrap"><button type="button" class="quiet" @click=${() => this.decide(true)}>Take theirs</button><button type="button" class="quiet" @click=${() => this.decide(false)}>Keep mine</button></p></div>`;
  }

  decide(theirs) {
    const base = typed(this.now);
    const taken = theirs ? Object.fromEntries(this.clashes.map(f => [f, base[f]])) : {};
    this.clashes = [];
    this.put({ ...taken, base, version: this.now.version });
  }

  get currency() {
    return this.card.expectedRevenue?.currency || session.state.me.currency || 'EUR';
  }

  put(patch, keep = true) {
    this.draft = { ...this.draft, ...patch };
    if (keep) drafts.set(this.key, this.draft);
  }

  pressed(event) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.leave();
  }

  leave(saved) {
    drafts.drop(this.key);
    this.emit('edited', saved);
  }

  async submit(event) {
    event.preventDefault();
    if (this.clashes?.length) return;
    const { name, amount, closing, base, version } = this.draft;
    const patch = {
      ...(name.trim() === base.name ? {} : { name: name.trim() }),
      ...(amount === base.amount ? {} : { expectedRevenue: amount.trim() ? { amount: plain(amount), currency: this.currency } : null }),
      ...(closing === base.closing ? {} : { expectedClosing: closing || null }),
    };
    if (!Object.keys(patch).length) return void this.leave();
    let saved;
    const done = await this.form.send(async () => { saved = await api.patch(`/opportunities/${this.card.id}`, patch, version); });
    if (done) this.leave(saved);
    else if (this.form.problem.status === 412) this.meet(this.form.problem);
  }

  /** Another was faster: what is there now comes up beside what was typed. */
  async meet(problem) {
    this.changedBy = problem.changedBy?.name;
    this.form.problem = null;
    this.know(problem.current?.id ? problem.current : await api.get(`/opportunities/${this.card.id}`));
  }
}
customElements.define('crm-card-edit', CrmCardEdit);
