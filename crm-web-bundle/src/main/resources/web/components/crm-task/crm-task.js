import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { due, face } from '../../lib/bits.js';
import { day, dayOf, exact, money } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { toast } from '../../lib/notices.js';
import { refused } from '../../lib/problem.js';
import { claim } from '../crm-activity/claim.js';
import { complete, edit } from '../crm-activity-dialog/schedule.js';
import { ended, planned, postponed } from '../crm-activity/cause.js';
import { OPEN } from '../crm-activity/states.js';
import { title } from '../crm-activity/title.js';
import { clipped } from '../crm-files/clipped.js';
import '../crm-reschedule/crm-reschedule.js';

/** One thing to do, in a list over all records: what, for whom, when, and the ways to be done with it. */
class CrmTask extends CrmElement {
  static properties = { activity: {}, customer: {}, amount: {}, stage: {}, busy: { state: true } };

  render() {
    const a = this.activity;
    const open = OPEN.includes(a.state);
    return html`<div class="task ${open ? '' : 'over'} ${this.busy ? 'is-done' : ''}">
      <span class="task-when">${open ? due(a, a.state)
        : html`<span class="due done" title=${exact(a.completedAt || a.cancelledAt)}>${icon(a.state === 'done' ? 'check'
          : 'close')}${a.state === 'done' ? 'Done' : 'Cancelled'} ${day(dayOf(a.completedAt
            || a.cancelledAt))}</span>`}</span>
      <span class="task-what"><span class="row task-title"><b class="strong ellipsis"
        title=${a.note || title(a)}>${title(a)}</b>${clipped(a)}</span>
        <span class="faint small ellipsis">${a.recordTitle
          ? html`<a class="task-record" href="/opportunities/${a.record.id}">${a.recordTitle}</a>`
            : 'On a record that you cannot open'}${this.customer ? ` · ${this.customer.name}` : ''}${this.stage
              ? ` · ${this.stage}` : ''}${a.postponed ? ` · ${postponed(a)}` : ''}${a.feedback ? ` · ${a.feedback}`
                : ''}${(open ? planned(a) : ended(a)) ? ` · ${open ? planned(a) : ended(a)}` : ''}</span></span>
      ${this.amount ? html`<span class="task-amount num">${money(this.amount)}</span>` : nothing}
      <span class="task-who">${a.assignee ? face(a.assignee) : a.team ? html`<span class="tag">${a.team.name}</span>`
        : nothing}</span>
      <span class="task-acts">${open ? this.acts(a) : nothing}</span></div>`;
  }

  acts(a) {
    if (!a.assignee) return html`<button class="quiet" ?disabled=${this.busy} @click=${this.claim}>Claim</button>`;
    return html`<button class="quiet" data-act="done" aria-label="Done: ${title(a)}" ?disabled=${this.busy}
      @click=${this.done}>${icon('check')}<span class="hide-s">Done</span></button>
      <crm-reschedule .activity=${a} @moved=${() => this.emit('acted')}></crm-reschedule>
      <button class="icon" data-act="edit" title="Edit" aria-label="Edit: ${title(a)}"
        @click=${this.edit}>${icon('edit')}</button>`;
  }

  done = async () => {
    if (await complete(this.activity, () => this.emit('acted'))) this.emit('acted');
  };

  edit = async () => {
    if (await edit(this.activity)) this.emit('acted');
  };

  claim = async () => {
    this.busy = true;
    const problem = await refused(() => claim(this.activity)).finally(() => { this.busy = false; });
    toast({ text: problem ? problem.message : `“${title(this.activity)}” is yours.` });
    this.emit('acted');
  };
}
customElements.define('crm-task', CrmTask);

/** The keys of a list of tasks: arrows walk, and each act has its letter. True when the key was one of them. */
export function taskKey(event, list) {
  const row = event.target.closest('[data-row]');
  if (!row || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, .menu')) return false;
  const rows = [...list.querySelectorAll('[data-row]')];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && !event.shiftKey) rows[rows.indexOf(row) + step]?.focus();
  else if (event.key === 'Enter' && event.target === row) row.querySelector('.task-record')?.click();
  else if (event.key === 'd') row.querySelector('[data-act="done"]')?.click();
  else if (event.key === 'e') row.querySelector('[data-act="edit"]')?.click();
  else if (event.key === 'r') row.querySelector('crm-reschedule button')?.click();
  else return false;
  event.preventDefault();
  return true;
}
