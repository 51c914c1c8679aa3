import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { iconButton } from '../../lib/bits.js';
import { Form } from '../../lib/form.js';
import { icon } from '../../lib/icons.js';
import { say } from '../../lib/notices.js';
import { Popover } from '../../lib/popover.js';
import { go } from '../../lib/router.js';

let opened = false;

/**
 * One's own views of the pipeline, or with `report` of the reports: saved, named, taken again, one of them when nothing
 * else is asked for.
 */
class CrmSaved extends CrmElement {
  static properties = { query: {}, report: {}, list: { state: true }, naming: { state: true } };

  panel = new Popover(this);
  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    const bare = !location.search;
    all('/saved-filters').then(list => {
      this.list = list.filter(this.fits);
      const first = !this.report && !opened && bare && !location.search && this.list.find(f => f.isDefault);
      opened = true;
      if (first) go(this.address(first), { replace: true });
    }, () => {});
  }

  fits = filter => (filter.view === 'report') === !!this.report;

  address(filter) {
    const query = new URLSearchParams(filter.query);
    if (this.report) {
      const name = query.get('report');
      query.delete('report');
      return `/reports/${name}?${query}`;
    }
    if (filter.view === 'list') query.set('view', 'list');
    return `/pipeline?${query}`;
  }

  /** What would be saved: the address without which of the views it is. */
  get now() {
    const query = new URLSearchParams(this.query);
    query.delete('view');
    query.delete('new');
    if (this.report) query.set('report', this.report);
    return query.toString();
  }

  get viewName() {
    if (this.report) return 'report';
    return this.query.get('view') === 'list' ? 'list' : 'board';
  }

  render() {
    if (!this.list) return nothing;
    const here = this.list.find(f => this.isHere(f));
    return html`<div class="hang" @keydown=${this.panel.key}>
      <button class="chip ${here ? 'on' : ''}" aria-expanded=${this.panel.open} aria-haspopup="dialog"
        aria-label="Saved views${here ? `: ${here.name}` : ''}" title="Saved views"
          @click=${this.panel.toggle}>${icon('star')}<span
            class="ellipsis saved-name">${here?.name
              || html`<span class="hide-s">Saved</span>`}</span>${icon('down')}</button>
      ${this.panel.open ? html`<div class="menu saved-menu" role="dialog" aria-label="Saved views">
        ${this.list.length ? html`<ul>${this.list.map(f => this.row(f))}</ul>`
          : html`<p class="faint small">Save what you filter often, and it is one click away.</p>`}
        ${here ? nothing : html`<form @submit=${this.add}><input data-first name="name" aria-label="Name of this view"
          placeholder="Save this view as …" maxlength="100" required><button class="quiet"
            ?disabled=${this.form.busy}>Save</button></form>`}
        ${this.form.at('name')}${this.form.at('query')}${this.form.rest}</div>` : nothing}</div>`;
  }

  isHere(f) {
    return f.view === this.viewName && new URLSearchParams(f.query).toString() === this.now;
  }

  row(f) {
    if (this.naming === f.id) {
      return html`<li><form @submit=${e => this.rename(e, f)}><input data-first name="name" aria-label="New name"
        .value=${f.name} maxlength="100" required><button class="quiet">Rename</button></form></li>`;
    }
    return html`<li class="saved-row"><a class="ellipsis ${this.isHere(f) ? 'on' : ''}" href=${this.address(f)}
      aria-current=${this.isHere(f) ? 'true' : nothing}
        @click=${() => this.panel.show(false)}>${f.name}${this.report ? nothing
          : html`<span class="faint small"> ${f.view}</span>`}</a>
      ${this.report ? nothing : html`<button class="icon tight" aria-pressed=${f.isDefault}
        title=${f.isDefault ? 'Opens first' : 'Open this view first'} aria-label="Open ${f.name} first"
          @click=${() => this.change(f, { isDefault: !f.isDefault })}><span class=${f.isDefault ? 'stars' : 'faint'}
            aria-hidden="true">${f.isDefault ? '★' : '☆'}</span></button>`}
      ${iconButton('edit', `Rename ${f.name}`, () => { this.naming = f.id; }, 'tight')}${iconButton('close',
        `Delete ${f.name}`, () => this.drop(f), 'tight')}</li>`;
  }

  add(event) {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    return this.act(() => api.create('/saved-filters', { name, view: this.viewName, query: this.now }),
      `${name} saved.`);
  }

  rename(event, f) {
    event.preventDefault();
    return this.change(f, { name: event.target.elements.name.value.trim() });
  }

  change(f, patch) {
    return this.act(() => api.patch(`/saved-filters/${f.id}`, patch), `${f.name} changed.`);
  }

  drop(f) {
    return this.act(() => api.remove(`/saved-filters/${f.id}`), `${f.name} deleted.`);
  }

  async act(change, words) {
    const done = await this.form.send(async () => {
      await change();
      this.list = (await all('/saved-filters')).filter(this.fits);
    });
    if (!done) return;
    this.naming = null;
    say(words);
  }
}
customElements.define('crm-saved', CrmSaved);
