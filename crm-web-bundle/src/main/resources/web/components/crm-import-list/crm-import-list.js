import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { dayOf, dayTitle, exact, number, plural } from '../../lib/format.js';
import { Form } from '../../lib/form.js';
import { Pages } from '../../lib/pages.js';
import { may } from '../../lib/session.js';
import { shown, skeleton } from '../../lib/states.js';
import { api } from '../../lib/api.js';
import { KINDS } from '../crm-import-file/crm-import-file.js';
import { canGoBack, isRunning, takeBack } from '../crm-import-run/going-back.js';

const RUNNING = { queued: 'waiting', checking: 'reading', writing: 'writing', taking_back: 'being taken back' };

/** The imports there were: what became of each, its report a click away, and the way back where there is one. */
class CrmImportList extends CrmElement {
  form = new Form(this);
  load = new Pages(this, cursor => api.get('/imports', { limit: 20, cursor }));

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.poll);
  }

  render() {
    if (this.load.data && !this.load.data.items.length) return nothing;
    return html`<section class="part" aria-labelledby="imports-there-were"><h2
      id="imports-there-were">Earlier imports</h2>
      ${this.form.rest}${shown(this.load, ({ items }) => this.table(items), skeleton(3, 'rows'))}</section>`;
  }

  table(items) {
    return html`<div class="sheet-list flush"><table class="sheet-table imports"><caption
      class="unseen">Earlier imports</caption>
      <thead><tr><th>File</th><th class="hide-s what">Into</th><th
        class="hide-s what">When</th>${may('admin') ? html`<th class="hide-s who">By</th>` : nothing}<th
          class="became">Result</th><th class="back"><span class="unseen">Way back</span></th></tr></thead>
      <tbody>${repeat(items, i => i.id, i => this.row(i))}</tbody></table>${this.load.end}</div>`;
  }

  row(i) {
    const name = i.fileName || `Import ${number(i.id)}`;
    const when = html`<span title=${exact(i.at)}>${dayTitle(dayOf(i.at))}</span>`;
    return html`<tr><th scope="row" title=${name}><a class="row-link ellipsis" href="/import/${i.id}">${name}</a><span
      class="only-s under ellipsis">${when}</span></th>
      <td class="hide-s muted">${KINDS.find(([key]) => key === i.kind)?.[1] ?? i.kind}</td><td
        class="hide-s muted num">${when}</td>
      ${may('admin') ? html`<td class="hide-s muted ellipsis"
        title=${i.startedBy?.name || nothing}>${i.startedBy?.name}</td>` : nothing}
      <td>${became(i)}</td>
      <td class="end">${canGoBack(i) ? html`<button class="above" ?disabled=${this.form.busy}
        aria-label="Take ${name} back" @click=${() => this.back(i)}>Take back</button>` : nothing}</td></tr>`;
  }

  async back(i) {
    if (await takeBack(this.form, i.id)) this.load.run();
  }

  /** Looks again while one of them runs. */
  updated() {
    clearTimeout(this.poll);
    if (this.load.data?.items.some(isRunning)) this.poll = setTimeout(() => this.load.run(), 1500);
  }
}

function became(i) {
  if (i.state === 'ready') return html`<span class="faint">not tried yet, ${plural(i.rows, 'row')}</span>`;
  if (RUNNING[i.state]) return html`<span role="status">${RUNNING[i.state]} …</span>`;
  const words = i.state === 'undone' ? [[i.undone, 'taken back'], [i.kept, 'stay']]
    : [[i.created, 'made'], [i.updated, 'changed'], [i.failed, 'with problems']];
  const said = words.filter(([n]) => n).map(([n, word]) => `${number(n)} ${word}`).join(', ') || 'nothing new';
  if (i.dryRun) return html`<span class="faint">only tried: ${said}</span>`;
  return html`<span class=${i.state === 'failed' ? 'late-text' : ''}>${i.state === 'failed' ? 'Nothing written: '
    : ''}${said}</span>`;
}
customElements.define('crm-import-list', CrmImportList);
