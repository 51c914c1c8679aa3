import { html, nothing } from 'lit';
import { currencies } from '../crm-questionnaire/lists.js';
import '../crm-picker/crm-picker.js';

const DATES = [['', 'found out from the column'], ['YYYY-MM-DD', '2026-06-12'], ['M/D/YYYY', '6/12/2026, month first'],
  ['D/M/YYYY', '12/6/2026, day first']];
const MISSING = [['contact', 'customers'], ['user', 'salespeople'], ['team', 'teams']];

/** How the rest of the file is read. */
export function options({ job, reasons = [] }, set) {
  const o = job.options || {};
  const missing = o.createMissing || [];
  const unsure = (job.dates || []).filter(d => d.ambiguous).map(d => d.column);
  return html`<div class="import-options">
    <label class="field"><span>Dates are written</span><select
      @change=${e => set('dateFormat', e.target.value
        || null)}>${DATES.map(([key, name]) => html`<option value=${key}
          ?selected=${key === (o.dateFormat || '')}>${name}</option>`)}</select>
      ${unsure.length && !o.dateFormat ? html`<span
        class="hint">Day and month could be either way round in ${unsure.join(', ')}.</span>` : nothing}</label>
    ${job.kind === 'opportunities' ? deals(o, reasons, set) : nothing}
    <fieldset class="bare-set"><legend class="label">Create what is missing</legend><div
      class="roles">${MISSING.map(([key, name]) => html`<label class="check"><input type="checkbox"
        .checked=${missing.includes(key)} @change=${e =>
          set('createMissing', now => others(now, key).concat(e.target.checked ? key
            : []))}> ${name}</label>`)}</div></fieldset>
  </div>`;
}

const others = (now, key) => (now.createMissing || []).filter(k => k !== key);

function deals(o, reasons, set) {
  const reason = reasons.find(r => r.id === o.lostReasonId) || (o.lostReason ? { name: o.lostReason } : null);
  const search = async q => reasons.filter(r => r.name.toLowerCase().includes(q.toLowerCase()));
  return html`
    <label class="field"><span>Currency</span><select
      @change=${e => set('currency', e.target.value)}>${currencies(o.currency
        || 'EUR').map(([code, name]) => html`<option value=${code}
          ?selected=${code === (o.currency || 'EUR')}>${code} · ${name}</option>`)}</select></label>
    <div class="field"><span>Default lost reason</span><crm-picker label="Default lost reason"
      placeholder="such as: imported" allow-new .value=${reason} .search=${search}
      @pick=${e => (e.detail?.id ? set('lostReasonId', e.detail.id)
        : set('lostReason', e.detail?.name ?? null))}></crm-picker></div>
    <label class="field"><span>Name, where no column has it</span><input placeholder="{product} – {account}"
      .value=${o.nameTemplate || ''} @change=${e => set('nameTemplate', e.target.value.trim() || null)}></label>
    <label class="check"><input type="checkbox" .checked=${o.firstActivity !== false}
      @change=${e => set('firstActivity', e.target.checked)}> Plan a first activity for open ones</label>`;
}
