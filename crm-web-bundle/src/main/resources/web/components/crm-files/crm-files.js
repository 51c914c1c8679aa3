import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { fileSize } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { say } from '../../lib/notices.js';
import { beside } from '../../lib/states.js';

/**
 * Files for what is being written: chosen or dropped, each is taken in at once and belongs to nothing until that is sent. Tells
 * `files` with the list as it is now, and `uploading` with true until all are in. Those in `held` belong to something already: taken
 * out, they only leave the list.
 */
class CrmFiles extends CrmElement {
  static properties = { files: {}, held: {}, going: { state: true }, refused: { state: true }, over: { state: true } };

  constructor() {
    super();
    Object.assign(this, { files: [], held: [], going: [], refused: [] });
  }

  render() {
    return html`<span class="label">Files</span>
      ${this.files.length || this.going.length ? html`<ul class="file-list">
        ${this.files.map(f => html`<li>${icon('clip')}<span class="ellipsis" title=${f.name}>${f.name}</span><span class="faint small">${fileSize(f.size)}</span><span class="grow"></span>
          <button type="button" class="icon tight" title="Remove" aria-label="Remove ${f.name}" @click=${() => this.discard(f)}>${icon('close')}</button></li>`)}
        ${this.going.map((f, i) => html`<li class="muted">${icon('upload')}<span class="ellipsis" title=${f.name}>${f.name}</span><span class="faint small">${i ? 'waits' : `${fileSize(f.size)}, uploading …`}</span></li>`)}</ul>` : nothing}
      ${this.refused.map(line => beside(line))}
      <label class="file-drop ${this.over ? 'over' : ''}" @dragover=${e => { e.preventDefault(); this.over = true; }} @dragleave=${() => { this.over = false; }} @drop=${this.drop}>
        <input class="unseen" type="file" multiple aria-label="Add files" @change=${this.choose} @cancel=${e => e.stopPropagation()}>${icon('upload')}Choose files, or drop them here</label>`;
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

  /** One after the other; what is added meanwhile waits its turn. */
  async add(chosen) {
    if (!chosen.length) return;
    this.refused = [];
    const running = this.going.length > 0;
    this.going = [...this.going, ...chosen];
    if (running) return;
    this.emit('uploading', true);
    try {
      while (this.going.length) await this.next(this.going[0]);
    } finally {
      this.going = [];
      this.emit('uploading', false);
    }
  }

  async next(file) {
    try {
      const { id, name, size } = await api.upload('/attachments', { name: file.name }, file, 'application/octet-stream');
      this.tell([...this.files, { id, name, size }]);
      say(`${name} is uploaded.`);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      const why = problem.at('name') || problem.message;
      this.refused = [...this.refused, why.includes(file.name) ? why : `${file.name}: ${why}`];
    }
    this.going = this.going.slice(1);
  }

  /** One that is gone by itself meanwhile is removed as well. */
  async discard(file) {
    this.refused = [];
    try {
      if (!this.held.some(f => f.id === file.id)) await api.remove(`/attachments/${file.id}`);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      if (problem.status !== 404) {
        this.refused = [`${file.name}: ${problem.message}`];
        return;
      }
    }
    this.tell(this.files.filter(f => f !== file));
    say(`${file.name} removed.`);
    this.querySelector('input').focus();
  }

  tell(files) {
    this.files = files;
    this.emit('files', files);
  }
}
customElements.define('crm-files', CrmFiles);
