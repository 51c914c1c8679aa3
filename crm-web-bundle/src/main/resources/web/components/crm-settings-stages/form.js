import { html, nothing } from 'lit';
import { swatches } from '../../lib/palette.js';

/** What the kinds mean to the people who choose them. */
export const KINDS = {
  normal: ['Normal', 'a step on the way'],
  new: ['New', 'where new cards begin; there is exactly one', 'cards begin here'],
  first_activity: ['First activity', 'where a card goes when its first activity is done; at most one',
    'after the first activity'],
  won: ['Won', 'cards here are won; there may be several', 'counts as won'],
  lost: ['Lost', 'cards here are lost', 'counts as lost'],
};

export const stageForm = (stage, teams, form) => html`
  <div class="pair"><label class="field"><span>Name</span><input name="name" maxlength="100" required
    .value=${stage.name || ''} aria-invalid=${!!form.problem?.at('name')}>${form.at('name')}</label>
    <label class="field"><span>Probability of cards here, in percent</span><input name="probability" type="number"
      min="0" max="100" .value=${stage.probability ?? ''} placeholder=${stage.id ? nothing : 'by its kind'}
        aria-invalid=${!!form.problem?.at('probability')}>${form.at('probability')}</label></div>
  <div class="pair"><label class="field"><span>Kind</span><select name="kind"
    aria-invalid=${!!form.problem?.at('kind')}>${Object.entries(KINDS).map(([key, [name, text]]) =>
      html`<option value=${key}
        ?selected=${key === stage.kind}>${name}: ${text}</option>`)}</select>${form.at('kind')}</label>
    <label class="field"><span>For</span><select name="teamId" aria-invalid=${!!form.problem?.at('teamId')}><option
      value="">all teams</option>${teams.map(t => html`<option value=${t.id}
        ?selected=${t.id === stage.teamId}>only ${t.name}</option>`)}</select>${form.at('teamId')}</label></div>
  ${swatches(stage.color)}${form.at('color')}
  <label class="check"><input type="checkbox" name="folded"
    ?checked=${stage.folded}> Folded on the board unless someone opens it</label>
  ${form.rest}`;

/** The members of a stage as the form says. */
export function stageBody(form) {
  const data = new FormData(form);
  const body = {
    name: data.get('name').trim(), kind: data.get('kind'), teamId: data.get('teamId') ? Number(data.get('teamId'))
      : null,
    color: data.get('color') || null, folded: data.has('folded'),
  };
  return data.get('probability') === '' ? body : { ...body, probability: Number(data.get('probability')) };
}
