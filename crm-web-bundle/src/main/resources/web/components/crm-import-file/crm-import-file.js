import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';
import { go } from '../../lib/router.js';
import { may } from '../../lib/session.js';
import { icon } from '../../lib/icons.js';

export const KINDS = [['opportunities', 'Opportunities'], ['contacts', 'Contacts'], ['teams', 'Teams', 'admin'],
  ['users', 'People', 'admin']];

/** The file: chosen or dropped. Encoding and separator are found out by the server. */
class CrmImportFile extends CrmElement {
  static properties = { kind: { state: true }, over: { state: true }, file: { state: true } };
  form = new Form(this);

  constructor() {
    super();
    this.kind = 'opportunities';
  }

  render() {
    return html`<section class="panel">
      <fieldset class="bare-set"><legend class="label">What is in the file?</legend><div
        class="row wrap kinds">${KINDS.filter(k => !k[2] || may(k[2])).map(([key, name]) => html`
        <label class="chip ${this.kind === key ? 'on' : ''}"><input class="unseen" type="radio" name="kind"
          .checked=${this.kind === key} @change=${() => { this.kind = key; }}>${name}</label>`)}</div></fieldset>
      <label class="dropzone ${this.over ? 'over' : ''}" @dragover=${e => { e.preventDefault(); this.over = true; }}
        @dragleave=${() => { this.over = false; }} @drop=${this.drop}>
        <input class="unseen" type="file" accept=".csv,.tsv,.txt,text/csv" ?disabled=${this.form.busy}
          @change=${e => this.send(e.target.files[0])}>
        ${icon('upload')}<b>${this.form.busy ? `Reading ${this.file} …` : 'Choose a CSV file, or drop it here'}</b>
        <span class="muted">Nothing is imported yet. Next you see the columns, then what would happen.</span></label>
      ${this.form.rest}${this.form.at('file')}</section>`;
  }

  drop(event) {
    event.preventDefault();
    this.over = false;
    if (event.dataTransfer.files[0]) this.send(event.dataTransfer.files[0]);
  }

  async send(file) {
    if (!file) return;
    this.file = file.name;
    let job;
    const ok = await this.form.send(async () => { job = await api.upload('/imports',
      { kind: this.kind, fileName: file.name }, file, 'text/csv'); });
    if (!ok) return;
    go(`/import/${job.id}`);
  }
}
customElements.define('crm-import-file', CrmImportFile);
