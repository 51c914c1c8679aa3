import { html } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { due } from '../../lib/bits.js';

const WAYS = [['keep', 'Keep them planned', 'For what still has to happen after the sale'],
  ['done', 'Mark them done', ''], ['cancel', 'Cancel them', '']];

/** Won, and other steps are still planned: what becomes of them? */
class CrmWonDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, way: { state: true } };

  constructor() {
    super();
    this.way = 'keep';
  }

  render() {
    const body = html`
      <p class="lead">These activities are still open.</p>
      <ul class="open-list">${this.others.slice(0, 5).map(a =>
        html`<li class="row">${due(a, a.state)}<span class="ellipsis">${a.summary || a.type.name}</span></li>`)}
        ${this.others.length > 5 ? html`<li class="faint small">and ${this.others.length - 5} more</li>` : ''}</ul>
      <div class="opts" role="radiogroup" aria-label="Open activities">${WAYS.map(([way, name, why]) => html`
        <label class="opt"><input type="radio" name="way" ?autofocus=${way === 'keep'} .checked=${way === this.way}
          @change=${() => { this.way = way; }}><span>${name}${why ? html`<br><span class="faint small">${why}</span>`
            : ''}</span></label>`)}</div>`;
    return this.frame(this.many ? `${this.opportunity.name} are won` : `“${this.opportunity.name}” is won`, body,
      html`
      <button type="button" class="quiet" @click=${() => this.close()}>Cancel</button>
      <button class="primary" ?disabled=${this.busy}>Mark won</button>`,
        () => this.send(() => this.act({ openActivities: this.way })));
  }
}
customElements.define('crm-won-dialog', CrmWonDialog);
