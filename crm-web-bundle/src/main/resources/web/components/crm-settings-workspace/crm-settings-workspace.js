import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { catalog } from '../../lib/catalog.js';
import { Form } from '../../lib/form.js';
import { day } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Load } from '../../lib/load.js';
import { say } from '../../lib/notices.js';
import { has } from '../../lib/session.js';
import { shown, skeleton } from '../../lib/states.js';
import { GROUPS, WEEKDAYS } from './members.js';

/** What holds for everybody who works here. Only what was changed is sent, on the version that was seen. */
class CrmSettingsWorkspace extends CrmElement {
  static properties = { draft: { state: true }, types: { state: true }, saved: { state: true } };

  load = new Load(this, () => api.get('/settings'));
  form = new Form(this);

  connectedCallback() {
    super.connectedCallback();
    this.draft = {};
    this.load.run();
    if (has('activity')) catalog.activityTypes().then(list => { this.types = list; }, () => {});
  }

  render() {
    return shown(this.load, settings => html`<form novalidate @submit=${this.save}><section
      class="panel"><h2>Workspace</h2>
      ${GROUPS.map(g => ({ ...g, members: g.members.filter(m => m.name in settings) })).filter(g =>
        g.members.length).map(g => html`
        <fieldset class="bare-set setting-group"><legend>${g.title}</legend>${g.text
          ? html`<p class="muted small">${g.text}</p>` : nothing}${g.members.map(m => this.member(m))}</fieldset>`)}
      ${this.form.rest}<div class="row"><button class="primary"
        ?disabled=${this.form.busy || !Object.keys(this.draft).length}>Save</button>${this.saved
          ? html`<span class="muted small" role="status">Saved.</span>` : nothing}</div></section></form>`,
            html`<section class="panel">${skeleton(8, 'rows')}</section>`);
  }

  value(name) {
    return name in this.draft ? this.draft[name] : this.load.data[name];
  }

  put(name, value) {
    const { [name]: old, ...rest } = this.draft;
    this.draft = JSON.stringify(value) === JSON.stringify(this.load.data[name]) ? rest : { ...rest, [name]: value };
    this.saved = false;
  }

  member(m) {
    const value = this.value(m.name);
    const at = this.form.under(m.name);
    if (m.kind === 'flag') return html`<label class="check"><input type="checkbox" .checked=${!!value}
      @change=${e => this.put(m.name, e.target.checked)}> ${m.label}</label>${at}`;
    if (m.kind === 'weekdays') return html`<div role="group" aria-label=${m.label}
      class="field"><span>${m.label}</span><div class="swatches">${WEEKDAYS.map(([key, name]) => html`
      <label class="swatch"><input class="unseen" type="checkbox" .checked=${value.includes(key)}
        @change=${e => this.put(m.name, WEEKDAYS.map(([k]) => k).filter(k =>
          (k === key ? e.target.checked : value.includes(k))))}><span>${name}</span></label>`)}</div>${at}</div>`;
    if (m.kind === 'dates') return html`<div class="field" role="group"
      aria-label=${m.label}><span>${m.label}</span><div
        class="swatches">${value.map(d => html`<span
          class="chip">${day(d, { year: 'numeric', weekday: 'short' })}<button type="button" class="icon tight"
            aria-label="Take out ${day(d)}" @click=${() =>
              this.put(m.name, value.filter(o => o !== d))}>${icon('close')}</button></span>`)}
      <span class="row"><input type="date" aria-label="A day off" class="new-day"><button type="button" class="quiet"
        @click=${() => this.addDay(m.name, value)}>${icon('plus')}Add a day</button></span></div>${at}</div>`;
    return html`<label class="field setting-line"><span>${m.label}</span>${this.control(m, value)}${m.hint
      ? html`<span class="hint">${m.hint}</span>` : nothing}${at}</label>`;
  }

  control(m, value) {
    if (m.kind === 'number') return html`<input class="days" type="number" min=${m.min ?? 0} max=${m.max}
      .value=${value ?? ''} aria-invalid=${!!this.form.problem?.at(m.name)}
        @input=${e => this.put(m.name, e.target.value === '' ? null : Number(e.target.value))}>`;
    const options = m.kind === 'type' ? [['', 'To-do'],
      ...(this.types || []).filter(t => t.key !== 'todo').map(t => [String(t.id), t.name])] : m.options;
    return html`<select @change=${e => this.put(m.name, m.kind === 'type'
      ? (e.target.value ? Number(e.target.value) : null)
        : e.target.value)}>${options.map(([key, name]) =>
          html`<option value=${key} ?selected=${key === String(value ?? '')}>${name}</option>`)}</select>`;
  }

  addDay(name, value) {
    const input = this.querySelector('.new-day');
    if (!input.value) return void input.focus();
    this.put(name, [...new Set([...value, input.value])].sort());
    input.value = '';
    input.focus();
  }

  async save(event) {
    event.preventDefault();
    const ok = await this.form.send(async () => { this.load.set(await api.patch('/settings', this.draft,
      this.load.data.version)); });
    if (!ok) return;
    this.draft = {};
    this.saved = true;
    say('Settings saved.');
  }
}
customElements.define('crm-settings-workspace', CrmSettingsWorkspace);
