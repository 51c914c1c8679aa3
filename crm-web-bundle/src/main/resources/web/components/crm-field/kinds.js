import { html, nothing } from 'lit';
import { day, longDay, money, percent } from '../../lib/format.js';
import { face, stars, tags } from '../../lib/bits.js';
import { session } from '../../lib/session.js';
import { amountText, typedMoney } from '../../lib/money-input.js';
import { EARLIEST, LATEST, typedDay, typedPercent } from '../../lib/typed.js';
import '../crm-picker/crm-picker.js';

/**
 * How each kind of field is read (`read`, `text`), edited (`edit`), taken out of its editor (`take`, which throws a
 * Problem for what cannot be understood) and sent (`patch`).
 */

const input = (field, value, more = {}) => html`<input type=${more.type || 'text'} inputmode=${more.mode || nothing}
  aria-label=${field.label} .value=${value ?? ''} min=${more.min || nothing} max=${more.max || nothing}>`;
const trimmed = element => element.value.trim() || null;
const line = (type, mode) => ({
  read: v => v, text: v => v, edit: f => input(f, f.current, { type, mode }), take: trimmed,
});
const currency = field => field.value?.currency || session.state.me.currency || 'EUR';

/** Back to the probability of the stage. */
function automatic(field) {
  const back = { probabilityManual: false };
  field.emit('save', { patch: back, shown: back, done: () => {}, refused: problem => field.refuse(problem) });
}

function picked(field, choice) {
  const same = choice?.id && choice.id === field.value?.id;
  field.stop();
  if (!same) field.send(choice);
}

const star = (field, n) => html`<button class="bare star ${n <= (field.value || 0) ? 'on' : ''}" role="radio"
  aria-checked=${n === (field.value || 0)} aria-label="Priority ${n} of 3"
  @click=${() => field.send(n === field.value ? n - 1 : n)}>${n <= (field.value || 0) ? '★' : '☆'}</button>`;

export const kinds = {
  text: line('text'),
  email: line('email', 'email'),
  phone: line('tel', 'tel'),
  longtext: {
    read: v => html`<span class="prose">${v}</span>`,
    text: v => v.slice(0, 60),
    edit: f => html`<textarea rows="4" aria-label=${f.label} .value=${f.current ?? ''}></textarea>
      <p class="faint small">Ctrl Enter saves, Esc cancels</p>`,
    take: trimmed,
  },
  money: {
    read: v => html`<span class="num">${money(v)}</span>`,
    text: money,
    edit: f => html`<div class="row">${input(f, f.current ? amountText(f.current.amount) : '')}
      <span class="faint">${currency(f)}</span></div>`,
    take: (e, f) => typedMoney(e.value, currency(f), f.name),
  },
  percent: {
    read: v => html`<span class="num">${percent(v / 100)}</span>`,
    text: v => percent(v / 100),
    edit: f => html`<div class="row">${input(f, f.current, { mode: 'numeric' })}<span class="faint">%</span></div>`,
    take: (e, f) => typedPercent(e.value, f.name),
    aside: f => (f.owner.probabilityManual && f.owner.outcome === 'open' ? html`<span class="tag">manual</span>
      <button class="bare link small" @click=${() => automatic(f)}>Reset</button>` : nothing),
  },
  date: {
    read: v => html`<span class="num" title=${longDay(v)}>${day(v, { year: 'numeric' })}</span>`,
    text: longDay,
    edit: f => input(f, f.current, { type: 'date', min: EARLIEST, max: LATEST }),
    take: (e, f) => typedDay(e, f.name),
  },
  pick: {
    read: (v, f) => html`${f.name === 'salesperson' ? face(v) : nothing}<span class="ellipsis">${v.name}</span>`,
    text: v => v.name,
    edit: f => html`<crm-picker label=${f.label} ?allow-new=${f.fresh} .value=${f.current} .search=${f.search}
      @pick=${e => picked(f, e.detail)}></crm-picker>`,
    link: f => (f.name === 'customer' && f.value?.id ? html`<a class="link small" href="/contacts/${f.value.id}"
      aria-label="Open ${f.value.name}">Open</a>` : nothing),
    patch: (next, f) => ({
      patch: next && !next.id ? { [f.name]: { name: next.name } } : { [`${f.name}Id`]: next?.id ?? null },
      shown: { [f.name]: next },
    }),
  },
  stars: {
    direct: f => html`<span class="star-set" role="radiogroup"
      aria-label=${f.label}>${[1, 2, 3].map(n => star(f, n))}</span>`,
    text: v => `${v} of 3`,
    read: stars,
  },
  tags: {
    read: v => html`<span class="row wrap tag-set">${tags(v)}</span>`,
    text: v => v.join(', '),
    edit: f => html`${input(f, (f.current || []).join(', '))}<p class="faint small">Separated by commas</p>`,
    take: e => [...new Set(e.value.split(',').map(t => t.trim()).filter(Boolean))],
  },
};

