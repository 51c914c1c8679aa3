import { html, nothing } from 'lit';
import { day, locale, longDay, money, number } from '../../lib/format.js';
import { face, stars, tags } from '../../lib/bits.js';
import { session } from '../../lib/session.js';
import { plain } from '../../lib/amount.js';

/** How each kind of field is read (`read`, `text`), edited (`edit`), taken out of its editor (`take`) and sent (`patch`). */

const input = (field, value, more = {}) => html`<input type=${more.type || 'text'} inputmode=${more.mode || nothing} aria-label=${field.label} .value=${value ?? ''} list=${more.list || nothing} maxlength=${more.max || nothing}>`;
const trimmed = element => element.value.trim() || null;
const line = (type, mode) => ({ read: v => v, text: v => v, edit: f => input(f, f.current, { type, mode }), take: trimmed });
/** As the reader writes it; what is no number stays as it was typed. */
const amountText = amount => (Number.isNaN(Number(amount)) ? amount : Number(amount).toLocaleString(locale(), { useGrouping: false, maximumFractionDigits: 2 }));
const currency = field => field.value?.currency || session.state.me.currency || 'EUR';

export const kinds = {
  text: line('text'),
  email: line('email', 'email'),
  phone: line('tel', 'tel'),
  longtext: {
    read: v => html`<span class="prose">${v}</span>`,
    text: v => v.slice(0, 60),
    edit: f => html`<textarea rows="4" aria-label=${f.label} .value=${f.current ?? ''}></textarea><p class="faint small">Ctrl Enter saves, Esc takes back</p>`,
    take: trimmed,
  },
  money: {
    read: v => html`<span class="num">${money(v)}</span>`,
    text: money,
    edit: f => html`<div class="row">${input(f, f.current ? amountText(f.current.amount) : '', { mode: 'decimal' })}<span class="faint">${currency(f)}</span></div>`,
    take: (e, f) => (e.value.trim() ? { amount: plain(e.value), currency: currency(f) } : null),
  },
  percent: {
    read: v => html`<span class="num">${number(v)} %</span>`,
    text: v => `${v} %`,
    edit: f => html`<div class="row">${input(f, f.current, { mode: 'numeric' })}<span class="faint">%</span></div>`,
    take: e => (e.value.trim() ? Number(e.value) : null),
    aside: f => (f.owner.probabilityManual && f.owner.outcome === 'open' ? html`<span class="tag">manual</span><button class="bare link small" @click=${() => f.emit('save', { patch: { probabilityManual: false }, shown: { probabilityManual: false }, done: () => {}, refused: p => f.refuse(p) })}>Reset</button>` : nothing),
  },
  date: {
    read: v => html`<span class="num" title=${longDay(v)}>${day(v, { year: 'numeric' })}</span>`,
    text: longDay,
    edit: f => input(f, f.current, { type: 'date' }),
    take: trimmed,
  },
  pick: {
    read: (v, f) => html`${f.name === 'salesperson' ? face(v) : nothing}<span class="ellipsis">${v.name}</span>`,
    text: v => v.name,
    edit: f => html`<crm-picker label=${f.label} ?allow-new=${f.fresh} .value=${f.current} .search=${f.search} @pick=${e => { f.stop(); if (e.detail?.id !== f.value?.id || !e.detail?.id) f.send(e.detail); }}></crm-picker>`,
    patch: (next, f) => ({ patch: next && !next.id ? { [f.name]: { name: next.name } } : { [`${f.name}Id`]: next?.id ?? null }, shown: { [f.name]: next } }),
  },
  stars: {
    direct: f => html`<span class="star-set" role="radiogroup" aria-label=${f.label}>${[1, 2, 3].map(n => html`<button class="bare star ${n <= (f.value || 0) ? 'on' : ''}" role="radio" aria-checked=${n === (f.value || 0)} aria-label="Priority ${n} of 3"
      @click=${() => f.send(n === f.value ? n - 1 : n)}>${n <= (f.value || 0) ? '★' : '☆'}</button>`)}</span>`,
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

