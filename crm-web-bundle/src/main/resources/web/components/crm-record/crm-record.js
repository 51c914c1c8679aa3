import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { Load } from '../../lib/load.js';
import { resumeDialog } from '../../lib/dialogs.js';
import { ViewKeys } from '../../lib/keys.js';
import { Follows } from '../../lib/live.js';
import { has } from '../../lib/session.js';
import { inSlot, place, slots } from '../../lib/slots.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import { Uses } from '../../lib/store.js';
import { RecordActs } from './acts.js';
import { actions, corner, crumbs, outcomeLine } from './head.js';
import { fieldList } from './fields.js';
import { afterRefusal } from '../crm-field/refusal.js';
import '../crm-path/crm-path.js';
import '../crm-field/crm-field.js';
import '../crm-activities/crm-activities.js';
import '../crm-chatter/crm-chatter.js';
import '../crm-record-menu/crm-record-menu.js';

/** An opportunity: where it stands, what is known of it, what is planned, and beside it what was said and done. */
class CrmRecord extends CrmElement {
  static properties = { recordId: {}, stages: { state: true }, refusal: { state: true } };

  load = new Load(this, () => this.fetch());
  acts = new RecordActs(this);
  viewKeys = new ViewKeys(this, {
    w: () => this.may && this.isOpen && this.acts.win(),
    l: () => this.may && this.isOpen && this.acts.lose(),
    m: () => this.may && this.acts.choose(),
    a: () => this.may && this.querySelector('crm-activities')?.plan(),
    d: () => this.querySelector('crm-activity .act-done')?.click(),
    e: () => this.querySelector('h1 button.value')?.click(),
  });
  uses = new Uses(this, slots);
  follows = new Follows(this, news => this.hear(news));

  get opportunity() {
    return this.load.data;
  }

  get isOpen() {
    return this.opportunity?.outcome === 'open';
  }

  /** Whether the server lets one change it; the fields and buttons follow. */
  get may() {
    return !!this.opportunity && this.opportunity.can?.edit !== false;
  }

  async fetch() {
    const o = await api.get(`/opportunities/${this.recordId}`);
    if (!this.opportunity) setTimeout(() => resumeDialog({ lost: () => this.acts.lose() }));
    return o;
  }

  /** What others did with it shows at once; what is being edited is the fields' own affair. */
  hear(news) {
    const mine = news?.filter(n => n.record?.type === 'opportunity' && n.record.id === this.recordId);
    if (mine && !mine.length) return;
    this.changedBy = mine?.at(-1).by?.name;
    this.acted();
    this.querySelector('crm-activities')?.reload();
  }

  willUpdate(changed) {
    if (!changed.has('recordId')) return;
    this.load.data = undefined;
    this.refusal = null;
    this.load.run();
    catalog.stages().then(list => { this.stages = list; }, () => { this.stages = []; });
  }

  render() {
    return html`<div class="record ${has('chatter') ? '' : 'alone'}">
      <div class="sheet">${shown(this.load, o => this.sheet(o), html`<div
        class="loading">${skeleton(1)}${skeleton(8, 'rows')}</div>`)}</div>
      ${has('chatter') && this.load.status !== 'failed' ? html`<crm-chatter
        .record=${{ type: 'opportunity', id: this.recordId }}
          @schedule=${() => this.querySelector('crm-activities')?.plan()}></crm-chatter>` : nothing}
    </div>`;
  }

  sheet(o) {
    const closed = o.outcome !== 'open';
    return html`
      ${closed ? corner(o) : nothing}
      ${crumbs(o)}
      <div class="row title-row"><h1>${this.title(o)}</h1><span
        class="grow"></span>${this.may ? actions(o, this.acts) : nothing}<crm-record-menu .opportunity=${o}
          @refused=${e => { this.refusal = e.detail; }}></crm-record-menu></div>
      ${closed ? outcomeLine(o) : nothing}
      ${beside(this.refusal)}
      <crm-path .opportunity=${o} .stages=${this.stages || []} ?locked=${!this.may}
        @move=${e => this.acts.moveTo(e.detail)}></crm-path>
      <div class="fields" @save=${this.save}>${fieldList(o, this.changedBy)}</div>
      ${has('activity') ? html`<crm-activities .opportunity=${o} @acted=${this.acted}></crm-activities>` : nothing}
      <section class="part" @save=${this.save}><h2>Description</h2>
        <crm-field name="description" label="Description" kind="longtext" bare .value=${o.description} .owner=${o}
          .changedBy=${this.changedBy}></crm-field></section>
      ${inSlot('form-section').map(e => html`<section class="part"><h2>${e.title}</h2>${place(e, o)}</section>`)}`;
  }

  title(o) {
    return html`<span @save=${this.save}><crm-field name="name" label="Name" kind="text" bare required
      .value=${o.name} .owner=${o} .changedBy=${this.changedBy}></crm-field></span>`;
  }

  /** A field was changed in place. It shows at once; refused, the field itself says why and keeps what was typed. */
  save(event) {
    const { patch, shown: optimistic, done, refused } = event.detail;
    const before = this.opportunity;
    const version = event.detail.force ? undefined : event.detail.version ?? before.version;
    const ours = { ...before, ...optimistic };
    this.load.set(ours);
    api.patch(`/opportunities/${before.id}`, patch, version).then(
      answer => { this.load.set(answer); done(); this.talk(); },
      problem => { this.load.set(afterRefusal(problem, before, ours, this.load.data)); refused(problem); },
    );
  }

  /** Something was done that may have moved the card: look again. */
  acted() {
    this.load.run();
    this.talk();
  }

  talk() {
    this.querySelector('crm-chatter')?.reload();
  }
}
customElements.define('crm-record', CrmRecord);
