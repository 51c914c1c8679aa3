import { html, nothing } from 'lit';

export const CHANNELS = [['both', 'In the app and by email'], ['app', 'In the app'], ['mail', 'By email'],
  ['none', 'Not at all']];
export const DIGESTS = [['immediate', 'At once'], ['hourly', 'Once an hour'], ['daily', 'Once a day, in the morning']];

/** Field changes stay in the app unless chosen otherwise (REST "Notification"). */
export const usual = (key, byDefault) => (key === 'field_changes' ? 'app' : byDefault);

export const options = (list, chosen) => list.map(([key, text]) =>
  html`<option value=${key} ?selected=${key === chosen}>${text}</option>`);

const words = key => CHANNELS.find(([k]) => k === key)[1].toLowerCase();

/** One line a subtype: as by default, or its own way. */
export const subtypeRow = (subtype, chosen, byDefault) => html`<label class="notify-row"><span>${subtype.name}</span>
  <select name="by:${subtype.key}"><option value="">As usual: ${words(usual(subtype.key,
    byDefault))}</option>${options(CHANNELS, chosen)}</select></label>`;

/** What a form says, in the shape that the server keeps. */
export function preferencesOf(form) {
  const data = new FormData(form);
  const bySubtype = Object.fromEntries([...data].filter(([name, value]) => name.startsWith('by:')
    && value).map(([name, value]) => [name.slice(3), value]));
  const quiet = data.get('quiet') ? { from: data.get('from'), until: data.get('until') } : null;
  return { default: data.get('default'), bySubtype, digest: data.get('digest'), quietHours: quiet };
}

export const quietHours = (quiet, open) => (open ? html`<div class="row wrap quiet-hours">
  <label class="row">from <input name="from" type="time" required .value=${quiet?.from || '19:00'}></label>
  <label class="row">until <input name="until" type="time" required .value=${quiet?.until || '07:30'}></label></div>`
    : nothing);
