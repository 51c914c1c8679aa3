import { html, nothing } from 'lit';
import { api } from '../../lib/api.js';
import { icon } from '../../lib/icons.js';
import { findPeople } from '../../lib/people.js';
import { instantOf } from '../../lib/wall.js';
import { ANSWERS } from './reading.js';
import { isMe, overlaps } from './body.js';
import '../crm-picker/crm-picker.js';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Who takes part: people and addresses as chips, and who of them is busy at that time. */
export class Company {
  constructor(host) {
    this.host = host;
    this.busy = [];
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.wait);
  }

  /** Looks whether somebody is busy, soon. */
  look() {
    clearTimeout(this.wait);
    this.wait = setTimeout(() => this.ask(), 200);
  }

  async ask() {
    const { draft, event } = this.host;
    const people = draft.attendees.filter(a => a.kind === 'user').map(a => `user:${a.id}`);
    if (!people.length || draft.allDay || draft.to <= draft.from) return this.show([]);
    const same = event && !event.allDay && event.start.local.slice(0, 16) === draft.from
      && event.end.local.slice(0, 16) === draft.to;
    const known = same ? new Set(event.attendees.filter(a => a.person).map(a => a.person.id)) : new Set();
    const answer = await api.get('/free-busy',
      { people, from: instantOf(draft.from), to: instantOf(draft.to) }).catch(() => ({ people: [] }));
    return draft === this.host.draft && this.show(overlaps(draft, answer).filter(p => !known.has(p.id)));
  }

  show(busy) {
    this.busy = busy;
    this.host.requestUpdate();
  }

  field(draft) {
    const busy = draft.attendees.filter(a => this.busy.some(p => p.id === a.id && p.kind === a.kind));
    return html`<div class="field"><span>With whom</span>
      ${draft.attendees.length
        ? html`<ul class="row wrap attendee-chips">${draft.attendees.map(a =>
          html`<li class="chip ${busy.includes(a) ? 'warn' : ''}">
        <span class="ellipsis">${a.name || a.email}</span>${a.answer && a.answer !== 'needs-action'
          ? html`<span class="faint">${ANSWERS[a.answer]}</span>` : nothing}
        <button type="button" class="icon tight" aria-label="Take ${a.name || a.email} off"
          @click=${() => this.put(draft.attendees.filter(o => o !== a))}>${icon('close')}</button></li>`)}</ul>`
            : nothing}
      <crm-picker label="Add somebody" placeholder="Name or email address" allow-new .value=${null}
        .search=${findPeople} @pick=${this.add}></crm-picker>
      ${this.wrong ? html`<p class="refusal" role="alert">${this.wrong}</p>` : nothing}
      ${busy.length ? html`<p class="small event-busy"
        role="status">${icon('alert')}${busy.map(a => a.name).join(', ')} ${busy.length === 1 ? 'is'
          : 'are'} busy at that time.</p>` : nothing}</div>`;
  }

  add = ({ detail, target }) => {
    target.value = null;
    if (!detail) return;
    const { draft } = this.host;
    this.wrong = detail.id || ADDRESS.test(detail.name) ? ''
      : `“${detail.name}” is neither a person here nor an email address.`;
    const one = detail.id ? { kind: detail.kind, id: detail.id, name: detail.name }
      : { email: detail.name, name: detail.name };
    const there = draft.attendees.some(a => (a.id ? a.id === one.id && a.kind === one.kind : a.email === one.email));
    if (this.wrong || there || isMe(one)) this.host.requestUpdate();
    else this.put([...draft.attendees, one]);
  };

  put(attendees) {
    this.host.put({ attendees });
  }
}
