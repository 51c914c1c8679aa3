import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { Load } from '../../lib/load.js';
import { face, iconButton } from '../../lib/bits.js';
import { icon } from '../../lib/icons.js';
import { findUsers } from '../../lib/people.js';
import { session } from '../../lib/session.js';
import { beside, shown } from '../../lib/states.js';
import '../crm-picker/crm-picker.js';

/** Who follows a record: how many at a glance, the list on demand. */
class CrmPeople extends CrmElement {
  static properties = { record: {}, open: { state: true }, problem: { state: true } };

  load = new Load(this, () => all(this.path));

  get path() {
    return `/records/${this.record.type}/${this.record.id}/followers`;
  }

  willUpdate(changed) {
    if (changed.has('record') && changed.get('record')?.id !== this.record.id) this.load.run();
  }

  render() {
    const list = this.load.data || [];
    const mine = list.find(f => f.person.kind === 'user' && f.person.id === session.state.me.id);
    return html`<div @keydown=${e => { if (e.key === 'Escape' && !e.defaultPrevented) this.open = false; }}>
      <button class="icon" aria-expanded=${!!this.open} aria-label="Followers: ${list.length}" title="Followers" @click=${() => { this.open = !this.open; }}>${icon('eye')}<span class="num">${list.length}</span></button>
      <div class="menu followers" ?hidden=${!this.open}>${shown(this.load, () => html`
        <button @click=${() => (mine ? this.drop(mine) : this.add({ kind: 'user', id: session.state.me.id }))}>${mine ? 'Stop following' : 'Follow'}</button>
        <ul>${list.map(f => html`<li class="row">${face(f.person)}<span class="ellipsis grow">${f.person.name}</span>${iconButton('close', `Remove ${f.person.name}`, () => this.drop(f), 'tight')}</li>`)}</ul>
        <crm-picker label="Add a follower" placeholder="Add a follower" .search=${findUsers} @pick=${e => e.detail && this.add({ kind: 'user', id: e.detail.id })}></crm-picker>
        ${this.problem ? beside(this.problem.message) : nothing}`)}</div></div>`;
  }

  add(person) {
    return this.act(() => api.create(this.path, { person }));
  }

  drop(follower) {
    return this.act(() => api.remove(`${this.path}/${follower.id}`));
  }

  async act(change) {
    this.problem = null;
    await change().catch(problem => { this.problem = problem; });
    await this.load.run();
    this.querySelector('crm-picker').value = null;
  }
}
customElements.define('crm-people', CrmPeople);
