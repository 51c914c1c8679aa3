import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { Form } from '../../lib/form.js';
import { number } from '../../lib/format.js';
import { MANY, fieldsOf, samples, stageWords } from './fields.js';
import { options } from './options.js';

/**
 * Which column becomes what, which of their words is which stage, and how the rest is read. Each change is saved at
 * once.
 */
class CrmImportMapping extends CrmElement {
  static properties = { job: {}, locked: {}, folded: {}, stages: { state: true }, reasons: { state: true } };
  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    catalog.stages().then(list => { this.stages = list; }, () => {});
    catalog.lostReasons().then(list => { this.reasons = list; }, () => {});
  }

  render() {
    const { job } = this;
    return html`<details class="panel import-part" ?open=${!this.folded}>
      <summary><h2>Columns</h2><span
        class="muted">${number(job.rows)} rows, ${job.columns.length} columns</span></summary>
      <fieldset class="bare-set" ?disabled=${this.locked}>
      <div class="scroll-x" tabindex="0" role="region" aria-label="Columns of the file"><table
        class="mapping"><thead><tr><th>Column of the file</th><th>For
          example</th><th>Becomes</th></tr></thead><tbody>${job.columns.map(column => html`
        <tr><td class="strong">${column}</td><td class="muted sample">${samples(job, column)}</td><td><select
          aria-label="${column} becomes" @change=${e => this.map(column, e.target.value)}>
          <option value="">– left out –</option>${fieldsOf(job).map(([key, name]) =>
            html`<option value=${key}
              ?selected=${job.mapping?.[column] === key}>${name}</option>`)}</select></td></tr>`)}</tbody></table></div>
      ${this.form.under('mapping')}
      ${this.words()}
      ${options(this, (name, value) => this.save(now =>
        ({ options: { [name]: typeof value === 'function' ? value(now.options || {}) : value } })))}
      ${this.form.under('options')}</fieldset>${this.form.rest}</details>`;
  }

  words() {
    const { job, stages } = this;
    const words = job.kind === 'opportunities' && stages ? stageWords(job) : [];
    if (!words.length) return nothing;
    const given = job.values?.stage || {};
    return html`<h3 class="label">Their stages</h3><div class="words">${words.map(word => html`
      <label class="row"><span class="grow ellipsis">${word}</span><span class="faint"
        aria-hidden="true">→</span><select aria-label="${word} is the stage"
          @change=${e => this.save({ values: { stage: { [word]: e.target.value ? Number(e.target.value) : null } } })}>
        <option value="">choose …</option>${stages.map(s =>
          html`<option value=${s.id}
            ?selected=${given[word] === s.id}>${s.name}</option>`)}</select></label>`)}</div>
      ${this.form.under('values')}`;
  }

  /** A field comes from one column: the one that had it before gives it up, unless several may share it. */
  map(column, field) {
    this.save(({ mapping }) => {
      const before = MANY.has(field) ? null : Object.entries(mapping || {}).find(([c, f]) => f === field
        && c !== column)?.[0];
      return { mapping: { ...(before && { [before]: null }), [column]: field || null } };
    });
  }

  /**
   * One after the other, each made from what the one before it left: what is changed while one is being saved is not
   * lost.
   */
  save(patch) {
    const next = (this.saving || Promise.resolve()).then(() => this.form.send(async () => {
      this.job = await api.patch(`/imports/${this.job.id}`, typeof patch === 'function' ? patch(this.job) : patch);
      this.emit('changed', this.job);
    })).finally(() => {
      if (this.saving === next) this.saving = null;
    });
    this.saving = next;
  }
}
customElements.define('crm-import-mapping', CrmImportMapping);
