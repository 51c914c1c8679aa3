import { html, nothing } from 'lit';
import { currencies } from '../crm-questionnaire/lists.js';

const DATES = [['', 'found out'], ['yyyy-MM-dd', '2026-06-12'], ['MM/dd/yyyy', '06/12/2026 (month first)'], ['dd/MM/yyyy', '12/06/2026 (day first)'], ['dd.MM.yyyy', '12.06.2026']];
const MISSING = [['contact', 'customers'], ['user', 'salespeople'], ['team', 'teams']];

/** How the rest of the file is read. */
export function options({ job, reasons }, set) {
  const o = job.options || {};
  const missing = o.createMissing || [];
  const deals = job.kind === 'opportunities';
  return html`<div class="import-options">
    <label class="field"><span>Dates are written</span><select @change=${e => set('dateFormat', e.target.value || null)}>${[...DATES, ...(o.dateFormat && !DATES.some(d => d[0] === o.dateFormat) ? [[o.dateFormat, o.dateFormat]] : [])].map(([key, name]) => html`<option value=${key} ?selected=${key === (o.dateFormat || '')}>${name}</option>`)}</select></label>
    ${deals ? html`<label class="field"><span>Currency</span><select @change=${e => set('currency', e.target.value)}>${currencies(o.currency || 'EUR').map(([code, name]) => html`<option value=${code} ?selected=${code === (o.currency || 'EUR')}>${code} · ${name}</option>`)}</select></label>
    <label class="field"><span>Reason for lost ones without one</span><select @change=${e => set('lostReasonId', e.target.value ? Number(e.target.value) : null)}><option value="">choose …</option>${(reasons || []).map(r => html`<option value=${r.id} ?selected=${r.id === o.lostReasonId}>${r.name}</option>`)}</select></label>
    <label class="check"><input type="checkbox" .checked=${o.firstActivity !== false} @change=${e => set('firstActivity', e.target.checked)}> Plan a first activity for open ones</label>` : nothing}
    <fieldset class="bare-set"><legend class="label">Create what is missing</legend><div class="roles">${MISSING.map(([key, name]) => html`<label class="check"><input type="checkbox" .checked=${missing.includes(key)} @change=${e => set('createMissing', e.target.checked ? [...missing, key] : missing.filter(k => k !== key))}> ${name}</label>`)}</div></fieldset>
  </div>`;
}
