import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';
import { number } from '../../lib/format.js';
import { beside } from '../../lib/states.js';
import { icon } from '../../lib/icons.js';
import { unanswered } from '../crm-import-mapping/dates.js';
import { isRunning, takeBack } from './going-back.js';
import '../crm-import-report/crm-import-report.js';

const FIGURES = [['created', 'made'], ['updated', 'changed'], ['skipped', 'already there'], ['failed', 'with problems'],
  ['held', 'held back'], ['firstActivities', 'first activities']];
const BACK = [['removed', 'removed'], ['restored', 'as before'], ['kept', 'stay']];
const MADE = { contact: 'customers', user: 'salespeople', team: 'teams' };

const START = html`<p class="muted">A trial reads every row and says what would become of it.</p>`;

/** First a trial that changes nothing, then the import; both tell row by row what becomes of it. */
class CrmImportRun extends CrmElement {
  static properties = { job: {}, saved: {} };
  form = new Form(this);

  render() {
    const { run } = this.job;
    const going = isRunning(run);
    const open = unanswered(this.job);
    return html`<section class="panel">
      <div class="row wrap"><h2>${title(run, going)}</h2><span class="grow"></span>
        ${this.buttons(run, going || this.form.busy || open.length > 0)}</div>
      ${open.length ? html`<p class="hint">First say above whether day or month stands first in ${open.join(', ')}.
        </p>` : nothing}
      ${this.form.rest}
      ${going ? this.progress(run) : run ? this.result(run) : START}
      ${run && !going ? html`<crm-import-report .job=${this.job} .stamp=${JSON.stringify(run)}>
      </crm-import-report>` : nothing}</section>`;
  }

  /** What has been written is not offered once more: changed rows come in by another trial. */
  buttons(run, blocked) {
    const written = run && !run.dryRun && run.state === 'done';
    const back = this.job.undoable && !isRunning(run);
    return html`
      <button class=${run ? 'quiet' : 'primary'} ?disabled=${blocked} @click=${() => this.start(true)}>
        ${run ? 'Try again' : 'Try it: nothing is changed'}</button>
      ${run && !written ? html`<button class="primary" ?disabled=${blocked} @click=${() => this.start(false)}>
        ${icon('upload')}${importing(run)}</button>` : nothing}
      ${back ? html`<button class="quiet" ?disabled=${this.form.busy} @click=${this.takeBack}>
        ${icon('back')}Take this import back</button>` : nothing}
      ${written ? html`<a class="button primary" href="/pipeline">To the pipeline</a>` : nothing}`;
  }

  progress(run) {
    const { done = 0, total = 0 } = run.progress || {};
    const word = { queued: 'Waiting', writing: 'Writing', taking_back: 'Taking back' }[run.state] || 'Reading';
    return html`<div role="status"><progress .value=${done} max=${total || 1} aria-label="Progress"></progress>
      <p class="muted num">${word}: ${number(done)} of ${number(total)}</p></div>`;
  }

  result(run) {
    const figures = run.state === 'undone' ? BACK : FIGURES.filter(([key], i) => i < 4 || run[key]);
    return html`<div role="status"><dl class="figures">${figures.map(([key, name]) => html`
      <div class=${key === 'failed' && run[key] ? 'bad' : ''}><dt>${name}</dt>
        <dd class="num">${number(run[key] || 0)}</dd></div>`)}</dl>
      ${run.state === 'undone' ? left(run) : made(run)}${run.problem ? beside(run.problem) : nothing}</div>`;
  }

  async takeBack() {
    if (await takeBack(this.form, this.job.id, this.job.undoable)) this.emit('started');
  }

  /**
   * With `partial`, a row that cannot be read holds up none of the others. What is still being saved is waited for, and
   * has to go through.
   */
  async start(dryRun) {
    if (await this.saved() === false) return;
    const sent = () => api.act(`/imports/${this.job.id}/runs`, { dryRun, partial: true });
    if (await this.form.send(sent)) this.emit('started');
  }
}

function importing(run) {
  if (run.state === 'undone') return 'Import again';
  return run.failed ? 'Import valid rows' : 'Import';
}

function title(run, going) {
  if (!run) return 'Trial run';
  if (run.dryRun) return 'What would happen';
  if (run.state === 'undone') return 'Taken back';
  if (!going) return 'What happened';
  return run.state === 'taking_back' ? 'Taking it back' : 'Importing';
}

const left = run => html`<p class="muted">${run.kept
  ? 'What stays was worked on after the import; the rows below say which and why.'
  : 'Everything is as it was before.'}</p>`;

/** Who and what was made beside the rows. */
function made(run) {
  const words = Object.entries(run.made || {}).filter(([, n]) => n)
    .map(([kind, n]) => `${number(n)} ${MADE[kind] || kind}`);
  return words.length ? html`<p class="muted also">${run.dryRun ? 'Also to be made' : 'Also made'}: ${words.join(', ')}.
  </p>` : nothing;
}
customElements.define('crm-import-run', CrmImportRun);
