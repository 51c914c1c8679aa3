import { html, nothing } from 'lit';
import { all } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { ask } from '../../lib/dialogs.js';
import { percent } from '../../lib/format.js';
import { Load } from '../../lib/load.js';
import { toast } from '../../lib/notices.js';
import { OrderedList } from '../../lib/ordered-list.js';
import { dot } from '../../lib/palette.js';
import { shown, skeleton } from '../../lib/states.js';
import { KINDS, stageBody, stageForm } from './form.js';
import '../crm-archive-dialog/crm-archive-dialog.js';

const outcome = stage => (stage.kind === 'won' || stage.kind === 'lost' ? stage.kind : 'open');

/** The columns of the pipeline: their order, names, chances and colours, and where cards go when one is archived. */
class CrmSettingsStages extends OrderedList {
  path = '/stages';
  catalog = 'stages';
  noun = 'stage';
  load = new Load(this, async () => ({ stages: await all('/stages', { active: 'all' }),
    teams: await catalog.teams() }));

  get entries() {
    return this.load.data?.stages;
  }

  keep(stages) {
    this.load.set({ ...this.load.data, stages });
  }

  render() {
    return html`<section class="panel">${this.head('Stages',
      'The pipeline’s columns from left to right. Drag a stage by its grip, or use Space and the arrows.')}
      ${shown(this.load, data => this.list(data), skeleton(6, 'rows'))}</section>`;
  }

  list({ teams }) {
    return html`${this.rows(s => html`${this.row(s, teams)}${this.open === s.id ? this.editor(s, teams) : nothing}`)}
      ${this.open === 'new' ? this.editor({ kind: 'normal' }, teams) : nothing}
      ${this.archived(this.unused, { before: s => dot(s.color), after: s => facts(s, teams) })}`;
  }

  row(s, teams) {
    return html`<div class="ordered-row">${this.order.grip(s)}${dot(s.color)}<b
      class="strong ordered-name">${s.name}</b>${facts(s, teams)}<span class="grow"></span><span
        class="num muted">${percent(s.probability / 100)}</span>
      ${this.acts(s)}</div>`;
  }

  editor(stage, teams) {
    return super.editor(stage, stageForm(stage, teams, this.form));
  }

  bodyOf(form) {
    return stageBody(form);
  }

  /** A new stage stands before the first that ends the pipeline, if it is not an end itself. */
  async add(body) {
    const before = this.used;
    const made = await super.add(body);
    const end = before.findIndex(s => outcome(s) !== 'open');
    if (outcome(body) === 'open' && end >= 0) await this.renumber([...before.slice(0, end), made, ...before.slice(end)],
      made);
  }

  async archive(stage) {
    const targets = this.used.filter(s => s.id !== stage.id && outcome(s) === outcome(stage));
    const answer = await ask('crm-archive-dialog', { stage, targets, act: body => this.patch(stage, body) });
    if (!answer) return;
    toast({ text: 'Archived', strong: stage.name });
    this.changed();
  }

  revive(stage) {
    return this.act(() => this.patch(stage, { active: true }), `${stage.name} is in use again.`);
  }
}

/** What else is worth knowing at a glance. */
const facts = (s, teams) => html`<span class="row wrap tag-set">${s.kind === 'normal' ? nothing
  : html`<span class="tag">${KINDS[s.kind][2]}</span>`}${s.teamId
    ? html`<span class="tag">only ${teams.find(t => t.id === s.teamId)?.name || 'one team'}</span>` : nothing}${s.folded
      ? html`<span class="tag">folded</span>` : nothing}</span>`;
customElements.define('crm-settings-stages', CrmSettingsStages);
