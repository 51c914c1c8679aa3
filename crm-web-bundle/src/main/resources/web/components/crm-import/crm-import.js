import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Load } from '../../lib/load.js';
import { shown, skeleton } from '../../lib/states.js';
import { isRunning } from '../crm-import-run/going-back.js';
import '../crm-import-file/crm-import-file.js';
import '../crm-import-list/crm-import-list.js';
import '../crm-import-mapping/crm-import-mapping.js';
import '../crm-import-run/crm-import-run.js';

const STEPS = ['File', 'Columns', 'Trial run', 'Import'];

/**
 * Brings a file in: what it is, which column means what, what would happen, and then what did. Each import has its
 * address.
 */
class CrmImport extends CrmElement {
  static properties = { importId: {}, query: {} };

  load = new Load(this, () => api.get(`/imports/${this.importId}`));

  willUpdate(changed) {
    if (!changed.has('importId')) return;
    this.load.data = undefined;
    if (this.importId) this.load.run();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.poll);
  }

  render() {
    return html`<div class="page import"><h1>Import${this.importId && this.load.data?.fileName
      ? html` <span class="faint">${this.load.data.fileName}</span>` : nothing}</h1>${this.importId
        ? shown(this.load, job => this.job(job), skeleton(6, 'rows'))
          : html`${this.steps(0)}<crm-import-file></crm-import-file><crm-import-list></crm-import-list>`}</div>`;
  }

  job(job) {
    const step = stepOf(job);
    return html`${this.steps(step)}
      <crm-import-mapping .job=${job} .locked=${isRunning(job.run)} .folded=${step > 1}
        @changed=${e => this.load.set(e.detail)}></crm-import-mapping>
      <crm-import-run .job=${job} .saved=${() => this.querySelector('crm-import-mapping').saving}
        @started=${() => this.watch()}></crm-import-run>`;
  }

  steps(here) {
    return html`<ol class="steps-line" aria-label="Steps">${STEPS.map((name, i) =>
      html`<li class=${i === here ? 'on' : i < here ? 'was' : ''}
        aria-current=${i === here ? 'step' : nothing}>${name}</li>`)}</ol>`;
  }

  updated() {
    if (this.load.data && isRunning(this.load.data.run)) this.watch();
  }

  /** Looks again while it runs. */
  watch() {
    clearTimeout(this.poll);
    this.poll = setTimeout(() => this.load.run(), 700);
  }
}

function stepOf({ run }) {
  if (!run) return 1;
  return run.dryRun ? 2 : 3;
}
customElements.define('crm-import', CrmImport);
