import { html, nothing } from 'lit';
import { currencies } from '../crm-questionnaire/lists.js';
import '../crm-picker/crm-picker.js';

const DATES = [['', 'found out from each column'], ['YYYY-MM-DD', '2026-06-12'],
  ['M/D/YYYY', '6/12/2026, month first'], ['D/M/YYYY', '12/6/2026, day first']];
const MISSING = [['contact', 'customers'], ['user', 'salespeople'], ['team', 'teams']];

/** How the rest of the file is read. */
export function options({ job, reasons = [] }, set) {
  const o = job.options || {};
  const missing = o.createMissing || [];
  const mark = (key, on) => set('createMissing', now => others(now, key).concat(on ? key : []));
  return html`<div class="import-options">
    <label class="field"><span>Dates are written</span>
      <select @change=${e => set('dateFormat', e.target.value || null)}>${choices(DATES, o.dateFormat || '')}
      </select></label>
    ${job.kind === 'opportunities' ? deals(o, reasons, set) : nothing}
    <fieldset class="bare-set"><legend class="label">Create what is missing</legend>
      <div class="roles">${MISSING.map(([key, name]) => html`<label class="check"><input type="checkbox"
        .checked=${missing.includes(key)} @change=${e => mark(key, e.target.checked)}> ${name}</label>`)}</div>
    </fieldset>
  </div>`;
}

const others = (now, key) => (now.createMissing || []).filter(k => k !== key);
const choices = (list, chosen) => list.map(([key, name]) =>
  html`<option value=${key} ?selected=${key === chosen}>${name}</option>`);

function deals(o, reasons, set) {
  const reason = reasons.find(r => r.id === o.lostReasonId) || (o.lostReason ? { name: o.lostReason } : null);
  const search = async q => reasons.filter(r => r.name.toLowerCase().includes(q.toLowerCase()));
  const pick = e => (e.detail?.id ? set('lostReasonId', e.detail.id) : set('lostReason', e.detail?.name ?? null));
  const money = currencies(o.currency || 'EUR').map(([code, name]) => [code, `${code} · ${name}`]);
  return html`
    <label class="field"><span>Currency</span>
      <select @change=${e => set('currency', e.target.value)}>${choices(money, o.currency || 'EUR')}</select></label>
    <div class="field"><span>Default lost reason</span><crm-picker label="Default lost reason"
      placeholder="such as: imported" allow-new .value=${reason} .search=${search} @pick=${pick}></crm-picker></div>
    <label class="field"><span>Name, where no column has it</span><input placeholder="{product} – {account}"
      .value=${o.nameTemplate || ''} @change=${e => set('nameTemplate', e.target.value.trim() || null)}></label>
    <label class="check"><input type="checkbox" .checked=${o.firstActivity !== false}
      @change=${e => set('firstActivity', e.target.checked)}> Plan a first activity for open ones</label>`;
}
