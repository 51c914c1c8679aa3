import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { drafts } from '../../lib/drafts.js';
import { Form } from '../../lib/form.js';
import { day, money } from '../../lib/format.js';
import { amountText, typedMoney } from '../../lib/money-input.js';
import { session } from '../../lib/session.js';
import { beside } from '../../lib/states.js';
import { EARLIEST, LATEST, typedDay } from '../../lib/typed.js';

const FIELDS = ['name', 'amount', 'closing'];
const WORDS = { name: 'the name', amount: 'the amount', closing: 'the closing' };

/** How a card's values stand in the editor. */
const typed = o => ({
  name: o.name,
  amount: o.expectedRevenue ? amountText(o.expectedRevenue.amount) : '',
  closing: o.expectedClosing || '',
});

/**
 * A card edited where it lies: name, amount, expected closing. What others change meanwhile stands in a line, with both
 * values.
 */
class CrmCardEdit extends CrmElement {
  static properties = { card: {}, changedBy: {}, draft: { state: true } };

  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.key = `edit.${this.card.id}`;
    this.draft = drafts.get(this.key) || { base: typed(this.card), version: this.card.version, ...typed(this.card) };
    this.ask();
  }

  /** The whole record: cards do not carry the closing. Fields not touched yet take its value. */
  know(o) {
    const base = typed(o);
    const { base: before, version } = this.draft;
    const untouched = FIELDS.filter(f => this.draft[f] === before[f]);
    const fresh = Object.fromEntries(untouched.map(f => [f, base[f]]));
    this.now = o;
    this.clashes = o.version === version ? [] : FIELDS.filter(f => base[f] !== before[f] && !untouched.includes(f)
      && base[f] !== this.draft[f]);
    this.put({ ...fresh, base: o.version === version ? base : { ...before, ...fresh } }, false);
  }

  willUpdate(changed) {
    const before = changed.get('card');
    if (before && before.version !== this.card.version) this.ask();
  }

  ask() {
    api.get(`/opportunities/${this.card.id}`).then(o => this.know(o), () => {});
  }

  firstUpdated() {
    const input = this.querySelector('input');
    input.focus();
    input.select();
  }

  render() {
    const d = this.draft;
    return html`<form class="card quick" novalidate aria-label="Edit ${this.card.name}" @submit=${this.submit}
      @keydown=${this.pressed}>
      <input aria-label="Name" maxlength="200" .value=${d.name}
        @input=${e => this.put({ name: e.target.value })}>${this.form.at('name')}
      <div class="row"><input aria-label="Expected revenue" placeholder="Expected revenue" inputmode="decimal"
        .value=${d.amount} @input=${e => this.put({ amount: e.target.value })}><span
          class="faint">${this.currency}</span></div>${this.form.under('expectedRevenue')}
      <input type="date" aria-label="Expected closing" min=${EARLIEST} max=${LATEST} .value=${d.closing}
        @input=${e => this.put({ closing: e.target.value })}>${this.form.at('expectedClosing')}
      ${this.clashes?.length ? this.choose() : ''}
      ${beside(this.form.problem?.beyond('name', 'expectedRevenue', 'expectedClosing'))}
      <div class="row"><button class="primary" ?disabled=${this.form.busy || !d.name.trim()}>Save</button><button
        type="button" @click=${() => this.leave()}>Cancel</button></div>
    </form>`;
  }

  choose() {
    const read = {
      name: v => v,
      amount: () => money(this.now.expectedRevenue) || 'empty',
      closing: v => (v ? day(v) : 'empty'),
    };
    const changes = this.clashes.map(f => `${WORDS[f]} to “${read[f](typed(this.now)[f])}”`).join(', ');
    const who = html`<b class="strong">${this.changedBy || 'Someone'}</b>`;
    return html`<div class="conflict" role="alert"><p>${who} changed ${changes} meanwhile; yours stands above.</p>
      <p class="row wrap"><button type="button" class="quiet"
        @click=${() => this.decide(true)}>Take theirs</button><button type="button" class="quiet"
          @click=${() => this.decide(false)}>Keep mine</button></p></div>`;
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
    let saved;
    const done = await this.form.send(async () => {
      const patch = this.changes();
      if (Object.keys(patch).length) saved = await api.patch(`/opportunities/${this.card.id}`, patch,
        this.draft.version);
    });
    if (done) this.leave(saved);
    else if (this.form.problem.status === 412) this.meet(this.form.problem);
  }

  /** What was changed; throws the reason for what cannot be understood. */
  changes() {
    const { name, amount, closing, base } = this.draft;
    const date = typedDay(this.querySelector('input[type=date]'), 'expectedClosing');
    return {
      ...(name.trim() === base.name ? {} : { name: name.trim() }),
      ...(amount === base.amount ? {} : { expectedRevenue: typedMoney(amount, this.currency) }),
      ...(closing === base.closing ? {} : { expectedClosing: date }),
    };
  }

  /** Another was faster: what is there now comes up beside what was typed. */
  async meet(problem) {
    this.changedBy = problem.changedBy?.name;
    this.form.problem = null;
    this.know(problem.current?.id ? problem.current : await api.get(`/opportunities/${this.card.id}`));
  }
}
customElements.define('crm-card-edit', CrmCardEdit);
