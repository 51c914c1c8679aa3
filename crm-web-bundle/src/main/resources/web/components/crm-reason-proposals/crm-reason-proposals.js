import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { Form } from '../../lib/form.js';
import { plural } from '../../lib/format.js';
import { Load } from '../../lib/load.js';
import { toast } from '../../lib/notices.js';
import { shown, skeleton } from '../../lib/states.js';

/** What people wrote because no reason fitted. A manager makes it a reason, or points it to one that exists. */
class CrmReasonProposals extends CrmElement {
  static properties = { reasons: {}, open: { state: true }, existing: { state: true } };

  load = new Load(this, () => all('/lost-reasons/proposals'));
  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><h2>Proposed</h2><p
      class="muted">Words that people wrote beside the closest reason. Adopting one points its opportunities there,
        each with a line in its history.</p>
      ${shown(this.load, list => this.list(list), skeleton(2, 'rows'))}</section>`;
  }

  list(list) {
    if (!list.length) return html`<p class="faint">Nothing is proposed.</p>`;
    return html`<ul class="ordered">${list.map(p =>
      html`<li><div class="ordered-row"><b class="strong ordered-name">“${p.proposedReason}”</b><span
        class="muted">${plural(p.count, 'time')}, closest: ${p.closest?.name}</span><span class="grow"></span>
      <button class="quiet" aria-label="Decide on ${p.proposedReason}" aria-expanded=${this.open === p.proposedReason}
        @click=${() => this.toggle(p.proposedReason)}>Decide</button></div>
      ${this.open === p.proposedReason ? this.decide(p) : nothing}</li>`)}</ul>`;
  }

  decide(p) {
    return html`<form class="add-form" novalidate aria-label="What “${p.proposedReason}” becomes"
      @submit=${e => this.adopt(e, p)} @keydown=${e => { if (e.key === 'Escape') this.toggle(p.proposedReason); }}>
      <div class="pair"><label class="field"><span>It becomes</span><select name="reasonId"
        @change=${e => { this.existing = !!e.target.value; }}><option
          value="">a reason of its own</option>${this.reasons.map(r =>
            html`<option value=${r.id}>“${r.name}”</option>`)}</select>${this.form.at('reasonId')}</label>
        ${this.existing ? nothing : html`<label class="field"><span>Called</span><input name="name" maxlength="100"
          .value=${p.proposedReason}
            aria-invalid=${!!this.form.problem?.at('name')}>${this.form.at('name')}</label>`}</div>
      ${this.form.rest}<div class="row"><button class="primary"
        ?disabled=${this.form.busy}>Adopt for ${plural(p.count, 'opportunity', 'opportunities')}</button><button
          type="button" @click=${() => this.toggle(p.proposedReason)}>Cancel</button></div></form>`;
  }

  async toggle(text) {
    const shut = this.open === text;
    this.open = shut ? null : text;
    this.existing = false;
    this.form.show(false, null);
    await this.updateComplete;
    this.querySelector(shut ? `[aria-label="Decide on ${CSS.escape(text)}"]` : 'select')?.focus();
  }

  async adopt(event, { proposedReason }) {
    event.preventDefault();
    const data = new FormData(event.target);
    const reasonId = data.get('reasonId') ? Number(data.get('reasonId')) : undefined;
    let reason;
    const ok = await this.form.send(async () => {
      reason = await api.act('/lost-reasons/proposals/adoption',
        { proposedReason, ...(reasonId ? { reasonId } : { name: data.get('name').trim() }) });
    });
    if (!ok) return;
    this.open = null;
    toast({ text: `“${proposedReason}” is now`, strong: reason.name });
    this.load.run();
    this.emit('adopted');
  }
}
customElements.define('crm-reason-proposals', CrmReasonProposals);
