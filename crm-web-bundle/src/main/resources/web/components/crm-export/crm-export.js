import { html } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { address } from '../../lib/api.js';
import { filtersOf } from '../../lib/filters.js';
import { icon } from '../../lib/icons.js';


/** A link to exactly what is shown, as CSV: the view's filters, none of what only says how it is drawn. */
class CrmExport extends CrmElement {
  static properties = { query: {} };

  render() {
    return html`<a class="button icon quiet" download="opportunities.csv"
      href=${address('/exports/opportunities.csv', { ...filtersOf(this.query), bom: true })}
        aria-label="Export what is shown as CSV" title="Export what is shown as CSV">${icon('download')}</a>`;
  }
}
customElements.define('crm-export', CrmExport);
