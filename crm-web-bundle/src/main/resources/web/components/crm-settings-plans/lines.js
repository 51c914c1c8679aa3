import { html, nothing } from 'lit';
import { plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';

/** How a line of a plan is written down and edited. */

const UNITS = [['days', 'calendar days'], ['businessDays', 'business days'], ['weeks', 'weeks'], ['months', 'months']];
const FROM = [['start', 'after the start'], ['previous', 'after the line before']];
const WHO = [['actor', 'who starts the plan'], ['salesperson', 'the salesperson'], ['person', 'a person'],
  ['team', 'a team']];

export const fresh = types => ({ typeId: types[0]?.id ?? null, summary: null, note: null, offset: 0, unit: 'days',
  from: 'start', assignee: 'actor', assigneeId: null, teamId: null });

const options = (list, chosen) => list.map(([key, name]) =>
  html`<option value=${key} ?selected=${key === chosen}>${name}</option>`);

/** Of people and teams; who is no longer offered stays as long as nobody else is chosen. */
const named = (list, chosen) => options([
  ...(chosen ? [] : [['', 'choose …']]), ...(chosen && !list.some(o => o.id === chosen) ? [[chosen, 'no longer here']]
    : []), ...list.map(o => [o.id, o.name]),
], chosen ?? '');

/** "3 activities: Call, Email": how many, and of which types. */
export const planWords = (plan, types) => `${plural(plan.lines.length, 'activity',
  'activities')}: ${[...new Set(plan.lines.map(l =>
    types.find(t => t.id === l.typeId)?.name).filter(Boolean))].join(', ')}`;

/**
 * One line. `put` takes what was changed of it.
 * @param data.types, data.users, data.teams what one may choose
 */
export const lineFields = (line, i, count, data, { put, up, drop, form }) => html`
  <fieldset class="plan-line"><legend class="label">Activity ${i + 1}</legend>
    <div class="pair"><label class="field"><span>Type</span><select
      @change=${e => put({ typeId: Number(e.target.value) })}>${named(data.types, line.typeId)}</select></label>
      <label class="field"><span>Summary (empty: the type’s own)</span><input maxlength="255"
        .value=${line.summary || ''} @input=${e => put({ summary: e.target.value })}></label></div>
    <div class="field"><span>Due (empty: as usual for its type)</span><span class="row wrap"><input class="days"
      type="number" min="0" max="3650" aria-label="How many" .value=${line.offset ?? ''}
        @input=${e => put({ offset: e.target.value === '' ? null : Number(e.target.value) })}>
      <select aria-label="Unit" @change=${e => put({ unit: e.target.value })}>${options(UNITS, line.unit)}</select>
      <select aria-label="Counted from" @change=${e =>
        put({ from: e.target.value })}>${options(FROM, line.from)}</select></span></div>
    <div class="pair"><label class="field"><span>For</span><select
      @change=${e => put({ assignee: e.target.value, assigneeId: null, teamId: null })}>${options(WHO,
        line.assignee)}</select></label>
      ${line.assignee === 'person' ? html`<label class="field"><span>Person</span><select
        @change=${e => put({ assigneeId: Number(e.target.value) || null })}>${named(data.users,
          line.assigneeId)}</select></label>` : nothing}
      ${line.assignee === 'team' ? html`<label class="field"><span>Team</span><select
        @change=${e => put({ teamId: Number(e.target.value) || null })}>${named(data.teams,
          line.teamId)}</select></label>` : nothing}</div>
    ${form.under(`lines[${i}]`)}
    <div class="row"><button type="button" ?disabled=${i === 0} aria-label="Move activity ${i + 1} up"
      @click=${up}>Move up</button>
      <button type="button" ?disabled=${count === 1} aria-label="Remove activity ${i + 1}"
        @click=${drop}>${icon('close')}Remove</button></div></fieldset>`;

/** The members that the server takes. */
export const lineBody = ({ typeId, summary, note, offset, unit, from, assignee, assigneeId, teamId }) =>
  ({ typeId, summary: summary?.trim() || null, note, offset, unit, from, assignee, assigneeId, teamId });
