import { html, nothing } from 'lit';
import { plural } from '../../lib/format.js';
import { typeIcon } from '../../lib/icons.js';

/** How a type of activity is written down and edited. */

const ICONS = [['todo', 'Tick'], ['phone', 'Phone'], ['mail', 'Envelope'], ['meet', 'Calendar'], ['letter', 'Letter'],
  ['upload', 'Upload'], ['people', 'People'], ['clock', 'Clock'], ['bell', 'Bell'], ['eye', 'Eye'],
    ['clip', 'Paper clip'], ['chart', 'Chart'], ['trophy', 'Cup'], ['key', 'Key']];
const CATEGORIES = [['todo', 'To-do'], ['call', 'Call'], ['email', 'Email'], ['meeting', 'Meeting'],
  ['letter', 'Letter'], ['upload', 'Upload a document']];
const UNITS = [['days', 'calendar days', 'day'], ['businessDays', 'business days', 'business day'],
  ['weeks', 'weeks', 'week'], ['months', 'months', 'month']];
const CHAINING = [['none', 'nothing follows'], ['suggest', 'suggest the next activity'],
  ['trigger', 'plan the next activity at once']];

export function dueWords({ dueDays, dueUnit }) {
  if (dueDays === null || dueDays === undefined) return 'due as in Due dates';
  return dueDays === 0 ? 'due the same day' : `due after ${plural(dueDays, UNITS.find(([key]) => key === dueUnit)?.[2]
    || 'day')}`;
}

export function nextWords({ chaining, nextTypeIds = [] }, types) {
  const names = nextTypeIds.map(id => types.find(t => t.id === id)?.name).filter(Boolean).join(', ');
  return chaining === 'none' || !names ? '' : `${chaining === 'suggest' ? 'suggests' : 'plans'} ${names}`;
}

const options = (list, chosen) => list.map(([key, name]) =>
  html`<option value=${key} ?selected=${key === chosen}>${name}</option>`);

export const typeForm = (type, types, form) => html`
  <div class="pair"><label class="field"><span>Name</span><input name="name" maxlength="80" required
    .value=${type.name || ''} aria-invalid=${!!form.problem?.at('name')}>${form.at('name')}</label>
    <label class="field"><span>Kind of work</span><select
      name="category">${options(CATEGORIES, type.category || 'todo')}</select>${form.at('category')}</label></div>
  <fieldset class="bare-set"><legend class="label">Icon</legend><div
    class="swatches">${pictures(type).map(([key, name]) => html`
    <label class="swatch only-icon" title=${name}><input class="unseen" type="radio" name="icon" value=${key}
      aria-label=${name} ?checked=${key === (type.icon
        || 'todo')}>${typeIcon({ icon: key })}</label>`)}</div></fieldset>${form.at('icon')}
  <div class="pair"><label class="field"><span>Due after (empty: as in Due dates)</span><span class="row"><input
    class="days" name="dueDays" type="number" min="0" max="3650" .value=${type.dueDays ?? ''}><select name="dueUnit"
      aria-label="Unit">${options(UNITS,
        type.dueUnit)}</select></span>${form.at('dueDays')}${form.at('dueUnit')}</label>
    ${'defaultSummary' in type ? html`<label class="field"><span>Default summary</span><input name="defaultSummary"
      maxlength="200" .value=${type.defaultSummary || ''}>${form.at('defaultSummary')}</label>` : nothing}</div>
  ${'defaultNote' in type ? html`<label class="field"><span>Default note</span><textarea name="defaultNote"
    rows="2" .value=${type.defaultNote || ''}></textarea>${form.at('defaultNote')}</label>` : nothing}
  ${'outcomes' in type ? html`<label class="field"><span>Possible outcomes, one a line</span><textarea name="outcomes"
    rows="3" .value=${(type.outcomes || []).join('\n')}></textarea>${form.at('outcomes')}</label>` : nothing}
  <div class="pair"><label class="field"><span>When one is done</span><select
    name="chaining">${options(CHAINING, type.chaining || 'none')}</select>${form.at('chaining')}</label>
    <label class="field"><span>Counted from</span><select
      name="nextFrom">${options([['completion', 'the day it is done'], ['previous', 'the day it was due']],
        type.nextFrom)}</select>${form.at('nextFrom')}</label></div>
  <fieldset class="bare-set"><legend class="label">The next activity is</legend><div
    class="members">${types.filter(t => t.active !== false).map(t =>
      html`<label class="check"><input type="checkbox" name="nextTypeIds" value=${t.id}
        ?checked=${type.nextTypeIds?.includes(t.id)}> ${t.name}</label>`)}</div></fieldset>${form.at('nextTypeIds')}
  ${form.rest}`;

/** Those we draw; one that a partner's bundle brought stays choosable. */
const pictures = type => (type.icon && !ICONS.some(([key]) => key === type.icon) ? [...ICONS, [type.icon, type.icon]]
  : ICONS);

/** The members that the form has; what the server does not know of is not sent. */
export function typeBody(element) {
  const data = new FormData(element);
  const text = name => data.get(name)?.trim() || null;
  const body = {
    name: data.get('name').trim(), category: data.get('category'), icon: data.get('icon') || 'todo',
      dueDays: data.get('dueDays') === '' ? null : Number(data.get('dueDays')), dueUnit: data.get('dueUnit'),
    chaining: data.get('chaining'), nextFrom: data.get('nextFrom'), nextTypeIds: data.getAll('nextTypeIds').map(Number),
  };
  if (data.has('defaultSummary')) body.defaultSummary = text('defaultSummary');
  if (data.has('defaultNote')) body.defaultNote = text('defaultNote');
  if (data.has('outcomes')) body.outcomes = [...new Set(data.get('outcomes').split('\n').map(o =>
    o.trim()).filter(Boolean))];
  return body;
}

export const picture = type => html`<span class="type-icon">${typeIcon(type)}</span>`;
