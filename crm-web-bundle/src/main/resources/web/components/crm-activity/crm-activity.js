import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { api } from '../../lib/api.js';
import { due } from '../../lib/bits.js';
import { Form } from '../../lib/form.js';
import { icon } from '../../lib/icons.js';
import { beside } from '../../lib/states.js';
import { finish, tellDone } from '../crm-activity-dialog/schedule.js';
import { clipped } from '../crm-files/clipped.js';
import { planned, postponed } from './cause.js';
import { claim } from './claim.js';
import { title } from './title.js';
import '../crm-reschedule/crm-reschedule.js';

/** One planned activity: when, what, who; done with a line of feedback, in place. */
class CrmActivity extends CrmElement {
  static properties = { activity: {}, finishing: { state: true } };

  form = new Form(this);

  render() {
    const a = this.activity;
    return html`<article class="act ${this.form.busy ? 'is-done' : ''}">
      <div class="act-row">${due(a, a.state)}
        <div class="act-what"><b class="strong">${title(a)}</b>${clipped(a)}<div
          class="faint small">${[a.assignee?.name || (a.team ? `${a.team.name}, not claimed yet` : null), planned(a)
            || (a.createdBy && a.createdBy.id !== a.assignee?.id ? `planned by ${a.createdBy.name}` : null),
              postponed(a)].filter(Boolean).join(' · ')}</div>
          ${a.note ? html`<p class="small muted act-note">${a.note}</p>` : nothing}</div>
        <span class="grow"></span>
        ${a.assignee ? nothing : html`<button class="quiet" ?disabled=${this.form.busy}
          @click=${this.claim}>Claim</button>`}
        <crm-reschedule .activity=${a} @moved=${() => this.emit('done')}></crm-reschedule>
        <button class="quiet act-done" aria-label="Done: ${title(a)}" aria-expanded=${!!this.finishing}
          ?disabled=${this.form.busy} @click=${this.begin}>${icon('check')}Done</button>
        <button aria-label="Edit: ${title(a)}" @click=${() => this.emit('edit')}>${icon('edit')}<span
          class="hide-s">Edit</span></button></div>
      ${this.finishing ? html`<form class="row act-finish" @submit=${this.finish}
        @keydown=${e => { if (e.key === 'Escape') { e.preventDefault(); this.finishing = false; } }}>
        <input aria-label="Outcome" placeholder="Outcome (optional)" maxlength="2000"><button class="primary"
          ?disabled=${this.form.busy}>Mark done</button><button type="button" title="Outcome, time spent, next step"
            @click=${this.more}>More …</button><button type="button"
              @click=${() => { this.finishing = false; }}>Cancel</button></form>` : nothing}
      ${beside(this.form.problem?.message)}
    </article>`;
  }

  async begin() {
    this.finishing = !this.finishing;
    await this.updateComplete;
    this.querySelector('.act-finish input')?.focus();
  }

  /** Outcome, minutes and the next step are asked in the dialog. */
  more = async () => {
    const answer = await finish(this.activity);
    if (answer) this.tell(answer);
  };

  claim = () => this.form.send(async () => {
    await claim(this.activity);
    this.emit('done');
  });

  tell(answer) {
    if (answer?.effects?.length || answer?.undo) tellDone(this.activity, answer, () => this.emit('done'));
    this.emit('done');
  }

  finish(event) {
    event.preventDefault();
    const feedback = this.querySelector('.act-finish input').value.trim() || undefined;
    return this.form.send(async () => this.tell(await api.act(`/activities/${this.activity.id}/completion`,
      { feedback }, this.activity.version)));
  }
}

customElements.define('crm-activity', CrmActivity);
