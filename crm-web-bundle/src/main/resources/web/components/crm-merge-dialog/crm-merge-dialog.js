import { html, nothing } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { api } from '../../lib/api.js';
import { refused } from '../../lib/problem.js';
import { has } from '../../lib/session.js';
import { findContacts } from '../../lib/people.js';
import { beside, skeleton } from '../../lib/states.js';
import { lookAlikes } from '../crm-duplicates/look-alikes.js';
import '../crm-picker/crm-picker.js';

const FIELDS = [['name', 'Name'], ['company', 'Company'], ['email', 'Email'], ['phone', 'Phone']];

/** Two contacts are one: which of them stays, and what moves to it, is seen before it is done. */
class CrmMergeDialog extends CrmDialog {
  static properties = { ...CrmDialog.properties, alike: { state: true }, other: { state: true },
    swapped: { state: true }, moves: { state: true }, refusal: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.suggest();
  }

  get kept() {
    return this.swapped ? this.other : this.contact;
  }

  get gone() {
    return this.swapped ? this.contact : this.other;
  }

  async suggest() {
    const { id, email, phone, name } = this.contact;
    const found = has('pipeline') ? await lookAlikes({ email, phone, name }).catch(() => []) : [];
    this.alike = found.map(f => f.contact).filter(c => c && c.id !== id);
  }

  render() {
    return this.frame(`Merge ${this.contact.name} with another contact`, html`
      <div class="field"><span>The same as</span><crm-picker autofocus label="The same as"
        placeholder="Name, address or phone" .value=${this.other} .search=${this.find}
        @pick=${e => this.take(e.detail)}></crm-picker></div>
      ${this.alike?.length && !this.other ? html`<p class="row wrap small">Looks like ${this.alike.map(c => html`
        <button type="button" class="chip" @click=${() => this.take(c)}>${c.name}${c.email
          ? html` <span class="faint">${c.email}</span>` : nothing}</button>`)}</p>` : nothing}
      ${this.other ? this.table() : nothing}
      ${beside(this.refusal?.message)}`, html`
      <button type="button" class="quiet" @click=${() => this.close()}>Cancel</button>
      <button class="primary" ?disabled=${this.busy || !this.moves}>Merge</button>`, () => this.moves && this.merge());
  }

  find = async q => (await findContacts(q)).filter(c => c.id !== this.contact.id);

  table() {
    const both = [this.contact, this.other];
    return html`<table class="merge-both"><caption class="unseen">Which one stays</caption><thead><tr>
        <td></td>${both.map((c, i) => html`<th
        scope="col"><label class="check"><input type="radio" name="kept" .checked=${!!this.swapped === !!i}
          @change=${() => this.keep(!!i)}> Keep${i ? ' the other' : ' this one'}</label></th>`)}</tr></thead>
      <tbody>${FIELDS.filter(([name]) => both.some(c => c[name])).map(([name, label]) => html`<tr><th scope="row"
        class="faint">${label}</th>${both.map(c => html`<td class=${this.taken(c, name)
          ? 'strong' : 'faint'}>${c[name]}</td>`)}</tr>`)}</tbody></table>
      <div role="status">${this.moves ? this.told() : this.refusal ? nothing : skeleton(2, 'rows')}</div>`;
  }

  /** Whether this is what stands in the contact afterwards. */
  taken(contact, name) {
    return contact === this.kept ? !!contact[name] : !this.kept[name];
  }

  told() {
    const lines = this.moves;
    return html`<p class="label">What happens</p><ul class="merge-moves small">
      ${lines.map(line => html`<li>${line}</li>`)}
      <li>${this.gone.name} leaves all lists. You can undo all of this together for a moment.</li></ul>`;
  }

  async take(choice) {
    Object.assign(this, { other: undefined, moves: null, refusal: null });
    if (!choice?.id) return;
    this.refusal = await refused(async () => { this.other = await api.get(`/contacts/${choice.id}`); });
    if (this.other) await this.look();
  }

  keep(swapped) {
    this.swapped = swapped;
    return this.look();
  }

  /** The server does it and takes it back at once: what its answer tells is what will happen. */
  async look() {
    this.moves = null;
    const asked = this.kept;
    this.refusal = await refused(async () => {
      const { effects } = await api.preview(`/contacts/${asked.id}/merge`, { from: [this.gone.id] });
      if (asked === this.kept) this.moves = effects.map(e => e.summary);
    });
  }

  merge() {
    const { kept, gone } = this;
    return this.send(async () => ({ gone,
      answer: await api.act(`/contacts/${kept.id}/merge`, { from: [gone.id] }, kept.version) }));
  }
}
customElements.define('crm-merge-dialog', CrmMergeDialog);
