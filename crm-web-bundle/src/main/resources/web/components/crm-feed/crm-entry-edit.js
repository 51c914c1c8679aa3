import { html, nothing } from 'lit';
import { api } from '../../lib/api.js';
import { drafts } from '../../lib/drafts.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { cited } from '../../lib/rich.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import { fromTokens, toTokens } from '../crm-composer/draft.js';
import { ask, QUESTIONS } from '../crm-composer/questions.js';
import { aids, textField } from '../crm-composer/text.js';
import { Writing } from '../crm-composer/writing.js';

/** Editing what one wrote, as it was written. Tells `done` with the entry, or with nothing when it was left. */
class CrmEntryEdit extends Writing {
  static properties = { entry: {}, record: {}, draft: { state: true }, problem: { state: true },
    busy: { state: true } };

  load = new Load(this, () => this.fetch());

  get store() {
    return `edit.${this.entry.id}`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  async fetch() {
    const detail = await api.get(`/messages/${this.entry.id}`);
    this.draft = drafts.get(this.store) || fromTokens(detail.source ?? '', cited(this.entry.body));
    this.updateComplete.then(() => this.area?.focus());
    return detail;
  }

  put(patch) {
    this.draft = { ...this.draft, ...patch };
    this.problem = null;
    drafts.set(this.store, this.draft);
  }

  escape() {
    drafts.drop(this.store);
    this.emit('done', null);
  }

  render() {
    return shown(this.load,
      () => html`<form class="write-box ${this.entry.kind}" novalidate aria-label="Edit"
        @submit=${e => e.preventDefault()}>
      ${textField(this, { label: 'Text', text: this.draft.text, mentions: this.draft.mentions, list: this.list })}
      ${beside(this.problem ? this.problem.fields?.[0]?.message || this.problem.message : null)}
      <div class="write-foot">${aids(() => this.area)}<span class="grow"></span>
        <button type="button" @click=${() => this.escape()}>Cancel</button>
        <button type="button" class="primary" ?disabled=${this.busy}
          @click=${() => this.submit()}>Save</button></div></form>`, skeleton(2, 'rows')) || nothing;
  }

  submit() {
    return this.send({ body: toTokens(this.draft.text, this.draft.mentions), format: 'markdown' });
  }

  async send(body) {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      const entry = await api.patch(`/messages/${this.entry.id}`, body);
      drafts.drop(this.store);
      say('Saved.');
      this.emit('done', entry);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.busy = false;
      const answer = QUESTIONS[problem.code] && await ask(body, problem);
      if (answer) await this.send({ ...body, ...answer });
      else this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}
customElements.define('crm-entry-edit', CrmEntryEdit);
