import { html, nothing } from 'lit';
import { all } from '../../lib/api.js';
import { CrmDialog } from '../../lib/dialogs.js';
import { dayOf, dayTitle, exact, time } from '../../lib/format.js';
import { Load } from '../../lib/load.js';
import { span } from '../../lib/period.js';
import { shown, skeleton } from '../../lib/states.js';

const HOW = { drag: 'by drag', button: '', automation: 'by automation', import: 'by an import',
  api: 'by an application', undo: 'taken back' };
const OUTCOMES = { open: 'Open', won: 'Won', lost: 'Lost' };

/** An opportunity's way through the stages, newest first, with the time that it spent in each. */
class CrmHistory extends CrmDialog {
  static properties = { ...CrmDialog.properties, opportunity: {} };

  load = new Load(this, async () => (await all(`/opportunities/${this.opportunity.id}/history`)).reverse());

  firstUpdated() {
    super.firstUpdated();
    this.load.run();
  }

  render() {
    return this.frame('Stage history', shown(this.load, lines => html`<ol class="history">${lines.map(line)}</ol>`,
      skeleton(4, 'rows')),
      html`<button class="quiet" autofocus>Close</button>`, () => this.close());
  }
}
customElements.define('crm-history', CrmHistory);

const named = place => (typeof place === 'string' ? OUTCOMES[place] : place.name);

function line({ from, to, at, by, cause, secondsInFrom, lostReason, note }) {
  const details = [by?.name || 'Automatic', HOW[cause],
    `${dayTitle(dayOf(at))} ${time(at)}`].filter(Boolean).join(' · ');
  return html`<li><div>${from ? html`${named(from)} <span aria-hidden="true">→</span><span class="unseen">to</span> `
    : 'Began in '}<b class="strong">${named(to)}</b>
      ${lostReason ? html`<span class="tag">${lostReason.name}</span>` : nothing}${note ? html` “${note}”`
        : nothing}</div>
    <div class="faint small" title=${exact(at)}>${details}${from && secondsInFrom !== null
      ? ` · after ${span(secondsInFrom)} in ${named(from)}` : ''}</div></li>`;
}
