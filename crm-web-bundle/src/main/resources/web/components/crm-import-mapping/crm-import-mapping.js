import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { Form } from '../../lib/form.js';
import { number } from '../../lib/format.js';
import { askDates } from './dates.js';
import { MANY, fieldsOf, keptAsText, samples, stageWords } from './fields.js';
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
      <summary><h2>Columns</h2><span class="muted">${number(job.rows)} rows, ${job.columns.length} columns,
        read as ${job.encoding}</span></summary>
      <fieldset class="bare-set" ?disabled=${this.locked}>
      <div class="scroll-x" tabindex="0" role="region" aria-label="Columns of the file"><table class="mapping">
        <thead><tr><th>Column of the file</th><th>For example</th><th>Becomes</th></tr></thead>
        <tbody>${job.columns.map(column => this.column(column))}</tbody></table></div>
      ${this.form.under('mapping')}${this.kept()}
      ${this.words()}
      ${askDates(job, (column, order) => this.save({ options: { dateFormats: { [column]: order } } }))}
      ${options(this, (name, value) => this.save(now => ({ options: { [name]: valueOf(value, now.options || {}) } })))}
      ${this.form.under('options')}
      <p class="faint">Letters look wrong? <a class="link" href="/import">Send the file again</a> and choose its
        encoding.</p></fieldset>${this.form.rest}</details>`;
  }

  column(column) {
    const { job } = this;
    const field = job.mapping?.[column];
    return html`<tr><td class="strong">${column}</td><td class="muted sample">${samples(job, column)}</td>
      <td><select aria-label="${column} becomes" @change=${e => this.map(column, e.target.value)}>
        <option value="">– left out –</option>
        ${fieldsOf(job).map(([key, name]) => html`<option value=${key} ?selected=${field === key}>${name}</option>`)}
      </select></td></tr>`;
  }

  /** Nothing goes into the description unnoticed. */
  kept() {
    const columns = keptAsText(this.job);
    return columns.length ? html`<p class="hint">No field is known for ${columns.join(', ')}. What
      ${columns.length === 1 ? 'it holds is' : 'they hold is'} kept in the description.</p>` : nothing;
  }

  words() {
    const { job, stages } = this;
    const words = job.kind === 'opportunities' && stages ? stageWords(job) : [];
    return words.length ? html`<h3 class="label">Their stages</h3>
      <div class="words">${words.map(word => this.word(word))}</div>${this.form.under('values')}` : nothing;
  }

  word(word) {
    const given = this.job.values?.stage?.[word];
    const choose = id => this.save({ values: { stage: { [word]: id ? Number(id) : null } } });
    return html`<label class="row"><span class="grow ellipsis">${word}</span>
      <span class="faint" aria-hidden="true">→</span>
      <select aria-label="${word} is the stage" @change=${e => choose(e.target.value)}>
        <option value="">choose …</option>
        ${this.stages.map(s => html`<option value=${s.id} ?selected=${given === s.id}>${s.name}</option>`)}
      </select></label>`;
  }

  /** A field comes from one column: the one that had it before gives it up, unless several may share it. */
  map(column, field) {
    this.save(({ mapping }) => {
      const others = Object.entries(mapping || {}).filter(([c]) => c !== column);
      const before = MANY.has(field) ? null : others.find(([, f]) => f === field)?.[0];
      return { mapping: { ...(before && { [before]: null }), [column]: field || null } };
    });
  }

  /**
   * One after the other, each made from what the one before it left: what is changed while one is being saved is not
   * lost.
   */
  save(patch) {
    const next = (this.saving || Promise.resolve()).then(() => this.form.send(async () => {
      this.job = await api.patch(`/imports/${this.job.id}`, valueOf(patch, this.job));
      this.emit('changed', this.job);
    })).finally(() => {
      if (this.saving === next) this.saving = null;
    });
    this.saving = next;
  }
}

const valueOf = (value, now) => (typeof value === 'function' ? value(now) : value);

customElements.define('crm-import-mapping', CrmImportMapping);
