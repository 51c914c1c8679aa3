import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { NEXT_STEPS, SORTS, month } from '../../lib/filters.js';
import { icon } from '../../lib/icons.js';
import { findContacts, findUsers } from '../../lib/people.js';
import { Popover } from '../../lib/popover.js';
import { setQuery } from '../../lib/router.js';
import { has } from '../../lib/session.js';
import '../crm-picker/crm-picker.js';

/** Everything one can filter by, in one panel; what is chosen works at once and stands in the address. */
class CrmFilterMenu extends CrmElement {
  static properties = { query: {}, names: {}, teams: {}, count: {} };

  panel = new Popover(this);

  render() {
    const { open } = this.panel;
    return html`<div class="hang" @keydown=${this.panel.key}>
      <button class="chip" aria-expanded=${open} aria-haspopup="dialog" aria-label="Filter"
        @click=${this.panel.toggle}>${icon('filter')}<span class="hide-s">Filter</span></button>
      ${open ? html`<div class="menu panel-menu" role="dialog" aria-label="Filter">${this.fields()}</div>`
        : nothing}</div>`;
  }

  fields() {
    const q = name => this.query.get(name);
    const person = q('salesperson');
    const customer = q('customer');
    return html`
      <label class="field"><span>Words in name, customer, email or text</span><input data-first type="search"
        .value=${q('q') || ''} @change=${e => setQuery({ q: e.target.value.trim() })}></label>
      <div class="pair"><div class="field"><span>Salesperson</span><crm-picker label="Salesperson" placeholder="Anyone"
        .value=${person ? { id: person, name: this.names('users', person, 'Me') } : null} .search=${findUsers}
          @pick=${e => setQuery({ salesperson: e.detail?.id && String(e.detail.id) })}></crm-picker></div>
        <label class="field"><span>Team</span><select @change=${e => setQuery({ team: e.target.value })}><option
          value="">All teams</option>${(this.teams || []).map(t =>
            html`<option value=${t.id}
              ?selected=${String(t.id) === q('team')}>${t.name}</option>`)}</select></label></div>
      <div class="pair"><div class="field"><span>Customer</span><crm-picker label="Customer" placeholder="Any"
        .value=${customer ? { id: customer, name: this.names('contacts', customer, 'Customer') } : null}
          .search=${findContacts} @pick=${e => setQuery({ customer: e.detail?.id
            && String(e.detail.id) })}></crm-picker></div>
        <label class="field"><span>Tag</span><input .value=${q('tag') || ''}
          @change=${e => setQuery({ tag: e.target.value.trim() })}></label></div>
      <div class="pair"><label class="field"><span>Closing from</span><input type="date"
        .value=${q('closingFrom') || ''} @change=${e => setQuery({ closingFrom: e.target.value })}></label>
        <label class="field"><span>Closing until</span><input type="date" .value=${q('closingTo') || ''}
          @change=${e => setQuery({ closingTo: e.target.value })}></label></div>
      <div class="row wrap">${[['This month', month()],
        ['Next month', month(1)]].map(([name, range]) =>
          html`<button type="button" class="chip" aria-pressed=${range.closingFrom === q('closingFrom')
            && range.closingTo === q('closingTo')} @click=${() => setQuery(range)}>${name}</button>`)}</div>
      ${has('activity') ? html`<fieldset class="row wrap"><legend
        class="label">Next step</legend>${Object.entries(NEXT_STEPS).map(([state, name]) =>
          this.step(state, name))}</fieldset>` : nothing}
      ${q('view') === 'list' ? nothing : html`<label class="field only-s"><span>Order of the cards</span><select
        @change=${e => setQuery({ sort: e.target.value })}><option
          value="">By hand</option>${SORTS.map(([key, name]) =>
            html`<option value=${key} ?selected=${key === q('sort')}>${name}</option>`)}</select></label>`}
      <div class="row filter-foot"><button class="quiet" ?disabled=${!this.count}
        @click=${() => this.emit('clear')}>Clear all</button><span class="grow"></span><button class="primary"
          @click=${() => this.panel.close()}>Done</button></div>`;
  }

  step(state, name) {
    const held = this.query.getAll('activityState');
    const on = held.includes(state);
    return html`<button type="button" class="chip" aria-pressed=${on}
      @click=${() => setQuery({ activityState: on ? held.filter(s => s !== state)
        : [...held, state] })}>${name}</button>`;
  }
}
customElements.define('crm-filter-menu', CrmFilterMenu);
