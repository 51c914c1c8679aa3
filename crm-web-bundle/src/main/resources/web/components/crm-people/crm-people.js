import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { Load } from '../../lib/load.js';
import { icon } from '../../lib/icons.js';
import { say } from '../../lib/notices.js';
import { findPeople } from '../../lib/people.js';
import { Popover } from '../../lib/popover.js';
import { session } from '../../lib/session.js';
import { beside, shown } from '../../lib/states.js';
import { emailOf, personFor } from './adding.js';
import { views } from './link.js';
import { row } from './row.js';
import '../crm-picker/crm-picker.js';

/**
 * Who follows a record: how many at a glance, on demand the list with what each hears of. Tells `followers` after a
 * change.
 */
class CrmPeople extends CrmElement {
  static properties = {
    record: {}, editing: { state: true }, problem: { state: true }, busy: { state: true }, views: { state: true },
      address: { state: true },
  };

  panel = new Popover(this);
  load = new Load(this, () => all(this.path));
  kinds = new Load(this, () => all('/subtypes'));

  get path() {
    return `/records/${this.record.type}/${this.record.id}/followers`;
  }

  willUpdate(changed) {
    if (changed.has('record') && changed.get('record')?.id !== this.record.id) this.load.run();
  }

  reload() {
    this.load.run();
  }

  render() {
    const list = this.load.data || [];
    return html`<div @keydown=${this.panel.key}>
      <button class="icon" aria-expanded=${this.panel.open} aria-haspopup="dialog"
        aria-label="Followers: ${list.length}" title="Followers" @click=${this.toggle}>
        ${icon('eye')}<span class="num">${list.length}</span></button>
      ${this.panel.open ? html`<div class="menu followers" role="dialog"
        aria-label="Followers">${shown(this.load, () => this.body(list))}</div>` : nothing}</div>`;
  }

  body(list) {
    const mine = list.find(f => f.person.kind === 'user' && f.person.id === session.state.me.id);
    const inside = list.filter(f => f.internal);
    const outside = list.filter(f => !f.internal);
    return html`<div class="row followers-head"><b class="strong grow">Followers</b>
        <button data-first class="bare link"
          @click=${() => (mine ? this.drop(mine) : this.add({ kind: 'user', id: session.state.me.id }))}>${mine
            ? 'Stop following' : 'Follow'}</button></div>
      ${list.length ? nothing : html`<p class="faint small">Nobody follows this yet.</p>`}
      <ul>${inside.map(f => row(this, f))}</ul>
      ${outside.length ? html`<h3 class="label">Outside the company</h3><ul>${outside.map(f => row(this, f))}</ul>`
        : nothing}
      <crm-picker label="Add a follower" placeholder="Add a name or an email address" allow-new .search=${findPeople}
        @pick=${e => this.pick(e)}></crm-picker>
      ${beside(this.problem?.fields?.length ? this.problem.fields.map(f => f.message).join(' ')
        : this.problem?.message)}`;
  }

  toggle = () => {
    if (!this.panel.open) this.kinds.run();
    Object.assign(this, { editing: null, problem: null });
    return this.panel.toggle();
  };

  /** Opens the subscription of one, and closes that of another. */
  edit(follower) {
    Object.assign(this, { editing: follower?.id, views: null, address: null, problem: null });
    if (follower) views(this, follower);
  }

  async pick({ target, detail }) {
    if (!detail) return;
    target.value = null;
    if (!detail.id && !emailOf(detail.name)) {
      this.problem = { message: `“${detail.name}” is neither a person here nor an email address.` };
      return;
    }
    await this.act(async () => api.create(this.path, { person: await personFor(detail) }),
      `${detail.name} follows now.`);
    this.querySelector('crm-picker input')?.focus();
  }

  add(person) {
    return this.act(() => api.create(this.path, { person }), 'You follow this now.');
  }

  drop(follower) {
    return this.act(() => api.remove(`${this.path}/${follower.id}`), `${follower.person.name} no longer follows.`);
  }

  async subscribe(follower, subtypes) {
    if (await this.act(() => api.patch(`${this.path}/${follower.id}`, { subtypes }),
      'The subscription is saved.')) this.edit(null);
  }

  /** True when it went through. */
  async act(change, done) {
    this.problem = null;
    this.busy = true;
    try {
      await change();
      say(done);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem;
    }
    this.busy = false;
    await this.load.run();
    if (!this.problem) this.emit('followers');
    return !this.problem;
  }
}
customElements.define('crm-people', CrmPeople);
