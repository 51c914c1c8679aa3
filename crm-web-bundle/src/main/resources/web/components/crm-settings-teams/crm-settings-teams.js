import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { catalog, forgetCatalog } from '../../lib/catalog.js';
import { Form, values } from '../../lib/form.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { may } from '../../lib/session.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { plural } from '../../lib/format.js';

/** Teams: who leads, who belongs to them. */
class CrmSettingsTeams extends CrmElement {
  static properties = { open: { state: true } };
  load = new Load(this, async () => ({ teams: await all('/teams'), users: await catalog.users() }));
  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  render() {
    return html`<section class="panel"><div class="row"><h2>Teams</h2><span
      class="grow"></span>${may('admin') && this.open !== 'new'
        ? html`<button class="quiet" @click=${() => { this.open = 'new'; }}>${icon('plus')}Add a team</button>`
          : nothing}</div>
      ${shown(this.load, data => this.list(data), skeleton(3, 'rows'))}</section>`;
  }

  list({ teams, users }) {
    const name = id => users.find(u => u.id === id)?.name || '';
    return html`${this.open === 'new' ? this.edit({ memberIds: [] }, users) : nothing}
      ${!teams.length && !this.open ? empty('No team yet.',
        'A team sees its members’ opportunities; its leader gets what nobody else has.') : html`
      <ul class="team-list">${teams.map(t => html`<li>${this.open === t.id ? this.edit(t, users) : html`
        <div class="row"><b class="strong">${t.name}</b><span
          class="muted ellipsis">${[name(t.leaderId) && `led by ${name(t.leaderId)}`,
            plural(t.memberIds?.length || 0, 'member')].filter(Boolean).join(' · ')}</span><span class="grow"></span>
        ${may('admin') ? html`<button aria-label="Edit ${t.name}"
          @click=${() => { this.open = t.id; }}>${icon('edit')}Edit</button>` : nothing}</div>`}</li>`)}</ul>`}`;
  }

  edit(team, users) {
    return html`<form class="add-form" novalidate @submit=${e => this.save(e, team)}>
      <div class="pair"><label class="field"><span>Name</span><input name="name" required
        .value=${team.name || ''}>${this.form.at('name')}</label>
        <label class="field"><span>Leader</span><select name="leaderId"><option
          value="">none</option>${users.map(u => html`<option value=${u.id}
            ?selected=${u.id === team.leaderId}>${u.name}</option>`)}</select>${this.form.at('leaderId')}</label></div>
      <fieldset class="bare-set"><legend class="label">Members</legend><div
        class="members">${users.map(u => html`<label class="check"><input type="checkbox" name="memberIds" value=${u.id}
          ?checked=${team.memberIds?.includes(u.id)}> ${u.name}</label>`)}</div>${this.form.at('memberIds')}</fieldset>
      ${this.form.rest}<div class="row"><button class="primary" ?disabled=${this.form.busy}>Save</button><button
        type="button" @click=${() => { this.open = null; }}>Cancel</button></div></form>`;
  }

  async save(event, team) {
    event.preventDefault();
    const { name, leaderId } = values(event.target);
    const body = { name, leaderId: leaderId ? Number(leaderId) : null,
      memberIds: new FormData(event.target).getAll('memberIds').map(Number) };
    const ok = await this.form.send(() => (team.id ? api.patch(`/teams/${team.id}`, body, team.version)
      : api.create('/teams', body)));
    if (!ok) return;
    this.open = null;
    forgetCatalog('teams');
    this.load.run();
  }
}
customElements.define('crm-settings-teams', CrmSettingsTeams);
