import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { guest } from '../../lib/api.js';
import { day } from '../../lib/format.js';
import { Load } from '../../lib/load.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import { ANSWERS, when } from '../crm-event-dialog/reading.js';

const DONE = { accepted: 'You are coming.', tentative: 'You might come.', declined: 'You are not coming.' };

/** The page behind the link of an invitation's mail: reads and answers it, without an account. */
class CrmInvitation extends CrmElement {
  static properties = { token: {}, problem: { state: true }, one: { state: true } };

  load = new Load(this, () => guest.get(`/calendar/answers/${encodeURIComponent(this.token)}`));

  willUpdate(changed) {
    if (changed.has('token')) this.load.run();
  }

  render() {
    return html`<div class="shared invitation"><section
      class="panel">${shown(this.load, i => this.draw(i), skeleton(5, 'rows'))}</section></div>`;
  }

  draw(i) {
    return html`<h1>${i.title}</h1>
      <p class="lead">${when(i)}${i.sentence ? html`<br><span class="muted">${i.sentence}</span>` : nothing}</p>
      ${i.organizer ? html`<p class="muted">${i.organizer} invites ${i.name}.</p>` : nothing}
      ${i.location ? html`<p>${i.location}</p>` : nothing}
      ${i.description ? html`<p class="event-text">${i.description}</p>` : nothing}
      <p role="status" class="strong">${DONE[i.answer] || 'You have not answered yet.'}</p>
      ${i.series && i.nextRecurrenceId ? html`<label class="check"><input type="checkbox" .checked=${!!this.one}
        @change=${e => { this.one = e.target.checked;
          }}> Only for ${day(i.nextRecurrenceId.slice(0, 10), { weekday: 'long' })}</label>` : nothing}
      <div class="row wrap">${['accepted', 'tentative',
        'declined'].map(a => html`<button class=${a === 'accepted' ? 'primary' : 'quiet'}
        aria-pressed=${i.answer === a} @click=${() => this.answer(i, a)}>${ANSWERS[a]}</button>`)}</div>
      ${beside(this.problem)}`;
  }

  async answer(invitation, answer) {
    this.problem = null;
    try {
      const recurrenceId = this.one ? invitation.nextRecurrenceId : null;
      this.load.set(await guest.create(`/calendar/answers/${encodeURIComponent(this.token)}`,
        { answer, recurrenceId }));
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.problem = problem.message;
    }
  }
}
customElements.define('crm-invitation', CrmInvitation);
