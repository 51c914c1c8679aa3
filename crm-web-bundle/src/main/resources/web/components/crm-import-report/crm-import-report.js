import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { number } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { shown, skeleton } from '../../lib/states.js';

const WORDS = { created: 'made', updated: 'changed', skipped: 'already exists', failed: 'problem', held: 'held back',
  removed: 'removed', restored: 'as it was', kept: 'stays' };

/** Row by row: what became of it and why; all rows, or only those with something to say. */
class CrmImportReport extends CrmElement {
  static properties = { job: {}, stamp: {}, remarks: { state: true } };

  load = new Load(this, () => this.page());

  page(cursor) {
    const only = this.remarks ? { severity: ['error', 'warning'] } : {};
    return api.get(`/imports/${this.job.id}/report`, { limit: 100, cursor, ...only });
  }

  willUpdate(changed) {
    if (changed.has('stamp') || changed.has('remarks')) this.load.run();
  }

  render() {
    return html`<div class="row wrap"><h3 class="label">Row by row</h3><span class="grow"></span>
      <label class="check"><input type="checkbox" .checked=${!!this.remarks}
        @change=${e => { this.remarks = e.target.checked; }}> Only rows with remarks</label>
      <button @click=${this.save}>${icon('download')}As CSV</button></div>
      ${shown(this.load, page => this.table(page), skeleton(6, 'rows'))}`;
  }

  table({ items, next }) {
    const nobody = this.remarks ? 'No row has a remark.' : 'Nothing to report.';
    if (!items.length) return html`<p class="faint">${nobody}</p>`;
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label="Report"><table>
      <thead><tr><th class="end">Line</th><th>Result</th><th>Remarks</th>
        <th><span class="unseen">Record</span></th></tr></thead>
      <tbody>${items.map(row => this.row(row))}</tbody></table></div>
      ${next ? html`<button class="quiet" @click=${this.more}>More rows</button>` : nothing}`;
  }

  row(row) {
    const opens = row.recordId && row.status !== 'removed' && this.job.kind === 'opportunities';
    return html`<tr><td class="num end faint">${number(row.line)}</td>
      <td><span class="result ${row.status}">${WORDS[row.status] || row.status}</span></td>
      <td>${(row.problems || []).map(problem => remark(problem))}</td>
      <td class="end">${opens ? html`<a class="link" href="/opportunities/${row.recordId}">Open</a>` : nothing}</td>
    </tr>`;
  }

  async more() {
    const { items, next } = this.load.data;
    const page = await this.page(next);
    this.load.set({ items: [...items, ...page.items], next: page.next });
  }

  async save() {
    const file = await api.download(`/imports/${this.job.id}/report`, {}, 'text/csv');
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file) });
    link.download = `import-${this.job.id}-report.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
}

const remark = ({ column, message }) => html`<div>
  ${column ? html`<b class="strong">${column}</b>: ` : nothing}${message}</div>`;

customElements.define('crm-import-report', CrmImportReport);
