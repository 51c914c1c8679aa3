import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { longDay, plural } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { Renews } from '../../lib/live.js';
import { Load } from '../../lib/load.js';
import { say, toast } from '../../lib/notices.js';
import { Reorder } from '../../lib/reorder.js';
import { empty, shown, skeleton } from '../../lib/states.js';
import { schedule } from '../crm-activity-dialog/schedule.js';
import { title } from '../crm-activity/title.js';
import { taskKey } from '../crm-task/crm-task.js';

/** What is to be done today, late things first, across all opportunities; in an order of one's own. */
class CrmDay extends CrmElement {
  load = new Load(this, () => api.get('/activities/my-day'));
  renews = new Renews(this, () => this.load.run());
  order = new Reorder(this, () => this.items.map(i => ({ ...i, id: i.activity.id, name: title(i.activity) })),
    rows => this.put(rows));

  connectedCallback() {
    super.connectedCallback();
    this.load.run();
  }

  get items() {
    return this.load.data?.items || [];
  }

  render() {
    const day = this.load.data;
    const late = this.items.filter(i => i.activity.state === 'overdue').length;
    return html`<div class="day-view">
      <div class="bar"><h1>My day</h1>${day ? html`<span class="muted">${longDay(day.date)}</span><span
        class="faint num hide-s" role="status">${plural(day.total, 'thing')} to do${late ? `, ${late} overdue`
          : ''}</span>` : nothing}
        <span class="grow"></span>${this.items.some(i => i.ordered)
          ? html`<button class="quiet hide-s" @click=${() => this.send([])}>Back to due date and amount</button>`
            : nothing}
        <button class="primary" @click=${async () =>
          { if (await schedule()) this.load.run(); }}>${icon('plus')}Schedule</button></div>
      ${shown(this.load, () => this.list(), html`<div class="task-list">${skeleton(8, 'rows')}</div>`)}</div>`;
  }

  list() {
    if (!this.items.length) return empty('Nothing is due today', 'Activities for today and overdue ones appear here.',
      html`<a class="button quiet" href="/activities?state=planned">Upcoming activities</a>`);
    return html`<ul class="task-list" aria-label="To do today"
      @keydown=${this.key}>${repeat(this.order.rows(), i => i.id, i => html`
      <li class="task-row ${this.order.held === i.id ? 'held' : ''}" data-row=${i.id} tabindex="0"
        aria-label="${i.name}, ${i.activity.recordTitle || ''}">${this.order.grip(i)}
        <crm-task .activity=${i.activity} .customer=${i.customer} .amount=${i.amount} .stage=${i.stage}
          @acted=${() => this.load.run()}></crm-task></li>`)}</ul>
      ${this.load.data.total > this.items.length ? html`<p
        class="faint small day-more">${this.load.data.total - this.items.length} more: <a
          href="/activities?state=overdue">all overdue activities</a></p>` : nothing}`;
  }

  key = event => {
    const row = event.target.closest('[data-row]');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.shiftKey && step && row && event.target === row) {
      event.preventDefault();
      this.step(Number(row.dataset.row), step);
    } else taskKey(event, this);
  };

  /** One place up or down, by the row's own keys. */
  async step(id, step) {
    const ids = this.items.map(i => i.activity.id);
    const from = ids.indexOf(id);
    if (from + step < 0 || from + step >= ids.length) return;
    ids.splice(from + step, 0, ...ids.splice(from, 1));
    say(`Place ${from + step + 1} of ${ids.length}`);
    await this.send(ids);
    this.querySelector(`[data-row="${id}"]`)?.focus();
  }

  put(rows) {
    return this.send(rows.map(r => r.id));
  }

  /** Shown at once, taken back with the reason when it is refused. */
  async send(ids) {
    const before = this.load.data;
    if (ids.length) this.load.set({ ...before, items: ids.map(id =>
      ({ ...before.items.find(i => i.activity.id === id), ordered: true })) });
    try {
      this.load.set(await api.act('/activities/my-day/order', { ids }));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.load.set(before);
      toast({ text: problem.message });
    }
    await this.updateComplete;
  }
}
customElements.define('crm-day', CrmDay);
