import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { icon } from '../../lib/icons.js';
import { later } from '../../lib/later.js';
import { Renews } from '../../lib/live.js';
import { say } from '../../lib/notices.js';
import { go } from '../../lib/router.js';
import { wallOf } from '../../lib/wall.js';
import { when } from './when.js';

const EVERY = 30000;
const SNOOZES = [5, 10, 15];

/** Reminders of meetings in every open window; what is closed in one is closed in all. */
class CrmReminders extends CrmElement {
  static properties = { items: { state: true } };

  renews = new Renews(this, () => this.look());

  connectedCallback() {
    super.connectedCallback();
    this.told = new Set();
    this.timer = setInterval(() => this.look(), EVERY);
    later(() => this.look());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  /** What cannot be asked now is asked at the next turn. */
  async look() {
    const answer = await api.get('/reminders', { limit: 20 }).catch(() => null);
    if (!answer) return;
    this.items = answer.items.filter(r => r.channel === 'popup');
    this.items.filter(r => !this.told.has(r.id)).forEach(r => {
      this.told.add(r.id);
      say(`Reminder: ${r.title}, ${when(r)}`);
      this.tellOutside(r);
    });
  }

  /** By the browser, when a person asked for that and looks at another window; one of the same tag stands once. */
  tellOutside(reminder) {
    if (globalThis.Notification?.permission !== 'granted' || !document.hidden) return;
    const shown = new Notification(reminder.title, { body: when(reminder), tag: `reminder-${reminder.id}` });
    shown.onclick = () => {
      window.focus();
      this.open(reminder);
    };
  }

  render() {
    if (!this.items?.length) return nothing;
    return html`<div class="reminders" role="region"
      aria-label="Reminders">${this.items.slice(0, 4).map(r => html`<div class="reminder">
      <div class="row"><button class="bare strong ellipsis" @click=${() => this.open(r)}>${r.title}</button><span
        class="grow"></span>
        <button class="icon tight" aria-label="Dismiss the reminder of ${r.title}"
          @click=${() => this.dismiss(r)}>${icon('close')}</button></div>
      <p class="small muted">${when(r)}${r.late ? ' · late reminder' : ''}</p>
      <div class="row"><span
        class="faint small">Again in</span>${SNOOZES.map(m =>
          html`<button class="chip" @click=${() => this.snooze(r, m)}>${m} min</button>`)}</div>
    </div>`)}</div>`;
  }

  open(reminder) {
    const date = reminder.start.instant ? wallOf(reminder.start.instant).slice(0, 10)
      : reminder.start.local.slice(0, 10);
    go(`/calendar?view=day&day=${date}`);
  }

  dismiss(reminder) {
    return this.act(reminder, () => api.act(`/reminders/${reminder.id}/dismissal`));
  }

  snooze(reminder, minutes) {
    this.told.delete(reminder.id);
    return this.act(reminder, () => api.act(`/reminders/${reminder.id}/snooze`, { minutes }));
  }

  /** Gone at once; back with the next look if the server did not hear of it. */
  async act(reminder, send) {
    this.items = this.items.filter(r => r !== reminder);
    await send().catch(problem => { if (problem.status === undefined) throw problem; });
    this.look();
  }
}
customElements.define('crm-reminders', CrmReminders);
