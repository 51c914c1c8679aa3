import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { fileSize } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { say } from '../../lib/notices.js';
import { beside } from '../../lib/states.js';
import { discardFile, progress, Uploads } from '../../lib/uploads.js';

/**
 * Files for what is being written: chosen or dropped, each is taken in at once and belongs to nothing until that is
 * sent. Tells `files` with the list as it is now, and `uploading` with true until all are in. Those in `held` belong
 * to something already: taken out, they only leave the list.
 */
class CrmFiles extends CrmElement {
  static properties = { files: {}, held: {}, refusal: { state: true }, over: { state: true } };

  uploads = new Uploads(this, file => this.tell([...this.files, file]));

  constructor() {
    super();
    Object.assign(this, { files: [], held: [] });
  }

  render() {
    const { going, refused } = this.uploads;
    return html`<span class="label">Files</span>
      ${this.files.length || going.length ? html`<ul
        class="file-list">${this.files.map(f => this.row(f))}${going.map(u => this.coming(u))}</ul>` : nothing}
      ${[...refused, this.refusal].map(line => beside(line))}
      <label class="file-drop ${this.over ? 'over' : ''}" @dragover=${e => { e.preventDefault(); this.over = true; }}
        @dragleave=${() => { this.over = false; }} @drop=${this.drop}>
        <input class="unseen" type="file" multiple aria-label="Add files" @change=${this.choose}
          @cancel=${e => e.stopPropagation()}>
        ${icon('upload')}Choose files, or drop them here</label>`;
  }

  row(f) {
    return html`<li>${icon('clip')}<span class="ellipsis" title=${f.name}>${f.name}</span>
      <span class="faint small">${fileSize(f.size)}</span><span class="grow"></span>
      <button type="button" class="icon tight" title="Remove" aria-label="Remove ${f.name}"
        @click=${() => this.discard(f)}>${icon('close')}</button></li>`;
  }

  coming(upload) {
    const { name, size } = upload.file;
    return html`<li class="muted">${icon('upload')}<span class="ellipsis" title=${name}>${name}</span>
      <span class="faint small num">${fileSize(size)}, ${progress(upload)}</span>
      <progress max="1" .value=${upload.share ?? 0} aria-label="Uploading ${name}"></progress><span class="grow"></span>
      <button type="button" class="icon tight" title="Stop" aria-label="Stop ${name}"
        @click=${() => this.uploads.stop(upload)}>${icon('close')}</button></li>`;
  }

  /** The same file may be chosen again after it was removed. */
  choose(event) {
    const chosen = [...event.target.files];
    event.target.value = '';
    this.add(chosen);
  }

  drop(event) {
    event.preventDefault();
    this.over = false;
    this.add([...event.dataTransfer.files]);
  }

  async add(chosen) {
    if (!chosen.length || this.uploads.busy) return void this.uploads.add(chosen);
    this.emit('uploading', true);
    try {
      await this.uploads.add(chosen);
    } finally {
      this.emit('uploading', false);
    }
  }

  async discard(file) {
    this.refusal = null;
    if (!this.held.some(f => f.id === file.id)) this.refusal = await discardFile(file);
    else say(`${file.name} removed.`);
    if (this.refusal) return;
    this.tell(this.files.filter(f => f !== file));
    this.querySelector('input').focus();
  }

  tell(files) {
    this.files = files;
    this.emit('files', files);
  }
}
customElements.define('crm-files', CrmFiles);
