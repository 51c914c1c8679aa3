import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';
import { number, plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { isRunning, runOf } from '../crm-import/crm-import.js';
import '../crm-import-report/crm-import-report.js';

const FIGURES = [['created', 'made'], ['updated', 'changed'], ['skipped', 'skipped'], ['failed', 'with problems']];

/** First a trial that changes nothing, then the import; both tell row by row what becomes of it. */
class CrmImportRun extends CrmElement {
  static properties = { job: {} };
  form = new Form(this);

  render() {
    const run = runOf(this.job);
    const going = isRunning(this.job);
    const trial = run?.dryRun;
    return html`<section class="panel">
      <div class="row wrap"><h2>${!run ? 'Trial run' : trial ? 'What would happen' : going ? 'Importing' : 'What happened'}</h2><span class="grow"></span>
        <button class=${run ? 'quiet' : 'primary'} ?disabled=${going || this.form.busy} @click=${() => this.start(true)}>${run ? 'Try again' : 'Try it: nothing is changed'}</button>
        ${run && (trial || run.failed) ? html`<button class="primary" ?disabled=${going || this.form.busy} @click=${() => this.start(false)}>${icon('upload')}Import${run.failed ? ' what is in order' : ''}</button>` : nothing}
        ${run && !trial && !going ? html`<a class="button quiet" href="/pipeline">To the pipeline</a>` : nothing}</div>
      ${this.form.rest}
      ${going ? this.progress(run) : run ? this.result(run) : html`<p class="muted">A trial reads every row and says what would become of it.</p>`}
      ${run && !going ? html`<crm-import-report .job=${this.job} .stamp=${JSON.stringify(run)}></crm-import-report>` : nothing}
    </section>`;
  }

  progress(run) {
    const p = this.job.progress || run?.progress || {};
    const done = typeof p === 'number' ? p : p.done ?? p.processed ?? 0;
    const total = typeof p === 'number' ? 1 : p.total ?? this.job.rows;
    return html`<div role="status"><progress .value=${done} max=${total || 1} aria-label="Progress"></progress><p class="muted num">${typeof p === 'number' ? `${Math.round(done * 100)} %` : `${number(done)} of ${plural(total || 0, 'row')}`}</p></div>`;
  }

  result(run) {
    return html`<div role="status"><dl class="figures">${FIGURES.map(([key, name]) => html`<div class=${key === 'failed' && run[key] ? 'bad' : ''}><dt>${name}</dt><dd class="num">${number(run[key] || 0)}</dd></div>`)}</dl></div>`;
  }

  /** With `partial`, a row that cannot be read holds up none of the others. */
  async start(dryRun) {
    if (await this.form.send(() => api.act(`/imports/${this.job.id}/runs`, { dryRun, partial: true }))) this.emit('started');
  }
}
customElements.define('crm-import-run', CrmImportRun);
