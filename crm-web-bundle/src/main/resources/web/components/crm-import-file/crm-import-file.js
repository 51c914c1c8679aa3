import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';
import { go } from '../../lib/router.js';
import { may } from '../../lib/session.js';
import { icon } from '../../lib/icons.js';
import { ENCODINGS } from './encodings.js';

export const KINDS = [['opportunities', 'Opportunities'], ['contacts', 'Contacts'], ['teams', 'Teams', 'admin'],
  ['users', 'People', 'admin']];

/** The file: chosen or dropped. The server finds out its separator, and its encoding unless one is chosen. */
class CrmImportFile extends CrmElement {
  static properties = { kind: { state: true }, over: { state: true }, file: { state: true },
    encoding: { state: true } };
  form = new Form(this);

  constructor() {
    super();
    this.kind = 'opportunities';
    this.encoding = '';
  }

  render() {
    return html`<section class="panel">
      <fieldset class="bare-set"><legend class="label">What is in the file?</legend>
        <div class="row wrap kinds">${KINDS.filter(k => !k[2] || may(k[2])).map(k => this.choice(k))}</div></fieldset>
      <label class="dropzone ${this.over ? 'over' : ''}" @dragover=${this.hover} @dragleave=${this.leave}
        @drop=${this.drop}>
        <input class="unseen" type="file" accept=".csv,.tsv,.txt,text/csv" ?disabled=${this.form.busy}
          @change=${this.chosen}>
        ${icon('upload')}
        <b>${this.form.busy ? `Reading ${this.file?.name} …` : 'Choose a CSV file, or drop it here'}</b>
        <span class="muted">Nothing is imported yet. Next you see the columns, then what would happen.</span></label>
      <label class="field encoding"><span>Encoding</span><select @change=${e => { this.encoding = e.target.value; }}>
        ${ENCODINGS.map(([key, name]) => html`<option value=${key} ?selected=${key === this.encoding}>
          ${name}</option>`)}
      </select></label>
      ${this.form.rest}${this.form.at('body')}${this.form.at('encoding')}${this.again()}</section>`;
  }

  choice([key, name]) {
    return html`<label class="chip ${this.kind === key ? 'on' : ''}"><input class="unseen" type="radio" name="kind"
      .checked=${this.kind === key} @change=${() => { this.kind = key; }}>${name}</label>`;
  }

  /** After a refusal the same file can be sent in another encoding, without choosing it anew. */
  again() {
    const refused = this.file && this.form.problem && !this.form.busy;
    return refused ? html`<div><button @click=${() => this.send(this.file)}>
      ${icon('upload')}Send ${this.file.name} again</button></div>` : nothing;
  }

  hover(event) {
    event.preventDefault();
    this.over = true;
  }

  leave() {
    this.over = false;
  }

  drop(event) {
    event.preventDefault();
    this.over = false;
    if (event.dataTransfer.files[0]) this.send(event.dataTransfer.files[0]);
  }

  /** The field forgets the file, so that the same one, mended, can be chosen again. */
  chosen(event) {
    const [file] = event.target.files;
    event.target.value = '';
    this.send(file);
  }

  async send(file) {
    if (!file) return;
    this.file = file;
    let job;
    const ok = await this.form.send(async () => {
      const asked = { kind: this.kind, fileName: file.name, ...(this.encoding && { encoding: this.encoding }) };
      job = await api.upload('/imports', asked, file, 'text/csv');
    });
    if (!ok) return;
    go(`/import/${job.id}`);
  }
}
customElements.define('crm-import-file', CrmImportFile);
