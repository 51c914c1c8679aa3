import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { drafts } from '../../lib/drafts.js';
import { Load } from '../../lib/load.js';
import { Follows } from '../../lib/live.js';
import { go } from '../../lib/router.js';
import { ask } from '../../lib/dialogs.js';
import { together } from '../../lib/effects.js';
import { icon } from '../../lib/icons.js';
import { say, toast } from '../../lib/notices.js';
import { refused } from '../../lib/problem.js';
import { has, may } from '../../lib/session.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import { afterRefusal } from '../crm-field/refusal.js';
import '../crm-field/crm-field.js';
import '../crm-confirm/crm-confirm.js';
import '../crm-contact-activities/crm-contact-activities.js';
import '../crm-contact-deals/crm-contact-deals.js';
import '../crm-merge-dialog/crm-merge-dialog.js';

const FIELDS = [['company', 'Company', 'text'], ['email', 'Email', 'email'], ['phone', 'Phone', 'phone']];

/** One person or company outside: what is known, edited where it stands, and what we do with them. */
class CrmContact extends CrmElement {
  static properties = { contactId: {}, refusal: { state: true } };

  load = new Load(this, () => api.get(`/contacts/${this.contactId}`).catch(problem => this.follow(problem)));

  follows = new Follows(this, news => this.hear(news));

  /** Merged into another one, a link leads to the one that stays. */
  follow(problem) {
    if (!problem.mergedInto) throw problem;
    go(`/contacts/${problem.mergedInto.id}`, { replace: true });
    return api.get(`/contacts/${problem.mergedInto.id}`);
  }

  /** What others did with it shows at once; what is being edited is the fields' own affair. */
  hear(news) {
    const mine = news?.filter(n => n.record?.type === 'contact' && n.record.id === this.contactId);
    if (mine && !mine.length) return;
    this.changedBy = mine?.at(-1).by?.name;
    this.load.run();
  }

  willUpdate(changed) {
    if (!changed.has('contactId')) return;
    this.load.data = undefined;
    this.refusal = null;
    this.load.run();
  }

  render() {
    return html`<div class="page contact">${shown(this.load, c => this.sheet(c), html`<div
      class="loading">${skeleton(1)}${skeleton(4, 'rows')}</div>`)}</div>`;
  }

  sheet(c) {
    return html`<div @save=${this.save}>
        <p class="row faint small crumbs"><a href="/contacts">Contacts</a></p>
        <div class="row title-row"><h1><crm-field name="name" label="Name" kind="text" bare required .value=${c.name}
          .owner=${c} .changedBy=${this.changedBy}></crm-field></h1><span class="grow"></span>
          ${may('manager', 'admin') ? html`<button class="quiet" @click=${() => this.merge(c)}>Merge …</button><button
            class="quiet danger"
            @click=${() => this.discard(c)}>Delete</button>` : nothing}</div>
        ${this.ways(c)}${beside(this.refusal)}
        ${c.bounced ? html`<p class="bounce-line"><span class="bounced">${icon('alert')}bounced</span><span
          class="muted">Mail to ${c.email || 'the address'} came back for good, so none is sent there.</span><button
            class="bare link" @click=${this.trust}>The address is right again</button></p>` : nothing}
        <div class="fields">${FIELDS.map(([name, label, kind]) => html`<crm-field name=${name} label=${label}
          kind=${kind} .value=${c[name]} .owner=${c} .changedBy=${this.changedBy}></crm-field>`)}</div></div>
      ${has('pipeline') ? html`<crm-contact-deals .contact=${c}></crm-contact-deals>` : nothing}
      ${has('pipeline') && has('activity') ? html`<crm-contact-activities
        .contact=${c}></crm-contact-activities>` : nothing}`;
  }

  /** What one does with somebody: call, write, begin an opportunity. */
  ways(c) {
    const number = (c.phone || '').replace(/[^\d+]/g, '');
    return html`<p class="row wrap contact-ways">
      ${number ? html`<a class="button quiet" href="tel:${number}">${icon('phone')}Call ${c.phone}</a>` : nothing}
      ${c.email && !c.bounced
        ? html`<a class="button quiet"
          href="mailto:${encodeURIComponent(c.email).replace('%40', '@')}">${icon('mail')}Write an email</a>` : nothing}
      ${has('pipeline') ? html`<button class="quiet"
        @click=${() => this.newOpportunity(c)}>${icon('plus')}New opportunity</button>` : nothing}</p>`;
  }

  /** The form on the board begins with the customer. */
  async newOpportunity(c) {
    const first = (await catalog.stages()).find(s => s.kind === 'new');
    drafts.set(`quick.${first.id}`,
      { ...drafts.get(`quick.${first.id}`), customer: { id: c.id, name: c.name }, key: crypto.randomUUID() });
    go('/pipeline?new=1');
  }

  save(event) {
    const { patch, shown: optimistic, force, version, done, refused } = event.detail;
    const before = this.load.data;
    const ours = { ...before, ...optimistic };
    this.load.set(ours);
    api.patch(`/contacts/${before.id}`, patch, force ? undefined : version ?? before.version).then(
      answer => { this.load.set(answer); done(); },
      problem => { this.load.set(afterRefusal(problem, before, ours, this.load.data)); refused(problem); },
    );
  }

  trust() {
    return this.act(async () => {
      const { id, version } = this.load.data;
      this.load.set(await api.patch(`/contacts/${id}`, { bounced: false }, version));
      say('The address is used again.');
    });
  }

  async discard(c) {
    const sure = await ask('crm-confirm',
      { heading: `Delete ${c.name}?`,
        text: 'It leaves all lists and pickers. Its opportunities stay, without a customer; '
          + 'each says so in its history.',
        word: 'Delete', danger: true });
    if (!sure) return;
    this.act(async () => {
      await api.remove(`/contacts/${c.id}`, c.version);
      toast({ text: 'Deleted', strong: c.name });
      go('/contacts', { replace: true });
    });
  }

  async merge(c) {
    const done = await ask('crm-merge-dialog', { contact: c });
    if (!done) return;
    const { answer, gone } = done;
    toast({ text: `${gone.name} is part of`, strong: `${answer.name}.`, effects: together(answer), undo: answer.undo,
      onUndone: () => this.load.run() });
    if (answer.id === c.id) this.load.run();
    else go(`/contacts/${answer.id}`, { replace: true });
  }

  async act(what) {
    this.refusal = null;
    const problem = await refused(what);
    if (!problem) return;
    this.refusal = problem.message;
    this.load.run();
  }
}
customElements.define('crm-contact', CrmContact);
