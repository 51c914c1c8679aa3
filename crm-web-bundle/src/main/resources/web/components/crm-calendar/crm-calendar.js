import { html, nothing } from 'lit';
import { CrmElement } from '../../lib/element.js';
import { all, api } from '../../lib/api.js';
import { ask } from '../../lib/dialogs.js';
import { iconButton } from '../../lib/bits.js';
import { day, plusDays, today } from '../../lib/format.js';
import { icon } from '../../lib/icons.js';
import { ViewKeys } from '../../lib/keys.js';
import { Renews } from '../../lib/live.js';
import { Load } from '../../lib/load.js';
import { catalog } from '../../lib/catalog.js';
import { findUsers } from '../../lib/people.js';
import { setQuery } from '../../lib/router.js';
import { has, session } from '../../lib/session.js';
import { beside, shown, skeleton } from '../../lib/states.js';
import { clock, dateOf, plusMinutes, wallOf } from '../../lib/wall.js';
import '../crm-event-dialog/crm-event-dialog.js';
import '../crm-picker/crm-picker.js';
import './crm-days.js';
import './crm-month.js';
import './crm-agenda.js';
import { Owners, isBusy } from './event-box.js';
import { moveEvent } from './move.js';
import { apart, placed } from './layout.js';
import { VIEWS, daysOf, step, title } from './window.js';

const idOf = person => Number(person.slice(5));

/** Slots where the reader is, with words for who is free. */
const worded = (slots, names) => slots.map(s => {
  const busy = (s.busy || []).map(p => names.find(u => u.id === p.id)?.name || 'Somebody');
  return { from: wallOf(s.start), to: wallOf(s.end), busy, words: busy.length ? `${busy.join(', ')} busy`
    : 'Free for all' };
});

/** The first slot of each day; of a single day the first that do not overlap. */
function earliest(free) {
  const days = [...new Set(free.map(s => dateOf(s.from)))];
  return (days.length > 1 ? days.map(d => free.find(s => dateOf(s.from) === d)) : apart(free)).slice(0, FIRST);
}

const FIRST = 4;   // slots offered above the days
const NAMES = { day: 'Day', week: 'Week', month: 'Month', agenda: 'Agenda' };

/** The calendar: one's own and those of colleagues beside it; also where a slot for a meeting activity is picked. */
class CrmCalendar extends CrmElement {
  static properties = { query: {}, refusal: { state: true }, adding: { state: true } };

  load = new Load(this, () => this.fetch());
  renews = new Renews(this, () => this.load.run());
  viewKeys = new ViewKeys(this, {
    t: () => setQuery({ day: null }), ArrowLeft: () => this.go(-1), ArrowRight: () => this.go(1),
      n: () => this.create(),
    1: () => setQuery({ view: 'day' }), 2: () => setQuery({ view: 'week' }), 3: () => setQuery({ view: 'month' }),
    4: () => setQuery({ view: 'agenda' }),
  });

  get view() {
    const asked = this.query.get('view');
    return VIEWS.includes(asked) ? asked : innerWidth <= 480 ? 'day' : 'week';
  }

  get day() {
    const asked = this.query.get('day');
    return /^\d{4}-\d\d-\d\d$/.test(asked || '') ? asked : today();
  }

  get people() {
    return this.query.getAll('people').filter(p => /^user:\d+$/.test(p));
  }

  get days() {
    return daysOf(this.view, this.day, this.preferences?.weekStart);
  }

  willUpdate(changed) {
    if (changed.has('query')) this.load.run();
  }

  async fetch() {
    this.preferences ||= await api.get('/calendar-preferences');
    const { days, people } = this;
    const [from, to] = [days[0], plusDays(days.at(-1), 1)];
    const shown = people.length ? [`user:${session.state.me.id}`, ...people] : undefined;
    const pick = Number(this.query.get('pick')) || null;
    const [events, activities, picked, names] = await Promise.all([
      api.get('/events', { from, to, people: shown }),
      has('activity') && this.query.get('tasks') !== 'off'
        ? all('/activities',
          { assignee: 'me', dueFrom: days[0], dueTo: days.at(-1), state: ['overdue', 'today', 'planned'] }) : [],
      pick ? api.get(`/activities/${pick}`) : null,
      people.length ? catalog.users() : [],
    ]);
    const slots = picked && this.view !== 'month' ? await this.slots(this.day, to, shown) : [];
    const owners = new Owners(people.map(idOf), names);
    return { events: events.items.map(placed), activities: activities.filter(a => !a.eventId), picked,
      slots: worded(slots, names), names, owners };
  }

  /** Where everybody is free, from the day on that was asked for, then where the caller is but not all are. */
  async slots(from, to, people) {
    const answer = await api.get('/slots',
      { from, to, people, minutes: 60, partial: !!people }).catch(() => ({ slots: [] }));
    const me = session.state.me.id;
    return answer.slots.filter(s => !(s.busy || []).some(p => p.kind === 'user' && p.id === me));
  }

  go(direction) {
    setQuery({ day: step(this.view, this.day, direction) });
  }

  render() {
    const { days, view } = this;
    return html`<div class="calendar">
      <div class="bar"><h1>${title(view, this.day, days)}</h1>
        <button class="quiet" @click=${() => setQuery({ day: null })}>Today</button>
        ${iconButton('left', 'Earlier', () => this.go(-1))}${iconButton('right', 'Later', () => this.go(1))}
        <span class="grow"></span>
        ${this.chips()}
        <div class="segments" role="group" aria-label="View">${VIEWS.map(v => html`
          <button aria-pressed=${v === view} @click=${() => setQuery({ view: v })}>${NAMES[v]}</button>`)}</div>
        <button class="primary" @click=${() => this.create()}>${icon('plus')}Event</button></div>
      ${beside(this.refusal)}${this.picking()}
      ${shown(this.load, data => this.draw(view, days, data),
        html`<div class="panel">${skeleton(10, 'rows')}</div>`)}</div>`;
  }

  picking() {
    const picked = this.load.data?.picked;
    if (!picked) return nothing;
    const name = [picked.summary || picked.type.name, picked.recordTitle].filter(Boolean).join(', ');
    return html`<div class="row wrap pick-row"><span class="chip on pick-chip" role="status"><span
      class="ellipsis">Pick a slot for: ${name}</span>
      ${iconButton('close', 'Stop picking a slot', () => setQuery({ pick: null }),
        'tight')}</span>${this.first()}</div>`;
  }

  /** The first slots in which all are free, wherever in the window they are. */
  first() {
    if (this.view === 'month') return nothing;
    const offered = earliest(this.load.data.slots.filter(s => !s.busy.length));
    if (!offered.length) {
      return html`<p class="muted small">Nobody is free for an hour in these days. Look at later ones, or pick any
        time.</p>`;
    }
    return html`<div class="row wrap" role="group" aria-label="First free for all"><span
      class="muted small">First free for all</span>
      ${offered.map(s => html`<button class="chip free-chip" @click=${() => this.create(s)}>
        ${day(dateOf(s.from), { weekday: 'short' })}, ${clock(s.from)}</button>`)}</div>`;
  }

  chips() {
    const { data } = this.load;
    return html`${this.people.map(p => {
      const user = data?.names.find(u => u.id === idOf(p)) || { id: idOf(p), name: 'Colleague' };
      return html`<button class="chip whose ${data?.owners.of({ myAnswer: null,
        calendars: [{ kind: 'user', id: user.id }] })?.tone || ''}" title="Hide this calendar"
          aria-label="Hide the calendar of ${user.name}"
        @click=${() => setQuery({ people: this.people.filter(o => o !== p) })}><i
          class="own-dot"></i>${user.name}${icon('close')}</button>`;
    })}${this.adding ? html`<crm-picker class="calendar-people" label="Colleague whose calendar to show"
      placeholder="Colleague"
        .search=${findUsers} @pick=${this.addPerson}></crm-picker>`
      : html`<button class="chip" @click=${this.openPicker}>${icon('people')}Colleagues</button>`}
      ${has('activity') ? html`<button class="chip hide-s" aria-pressed=${this.query.get('tasks') !== 'off'}
        @click=${() => setQuery({ tasks: this.query.get('tasks') === 'off' ? null : 'off' })}>Activities</button>`
          : nothing}`;
  }

  openPicker = async () => {
    this.adding = true;
    await this.updateComplete;
    this.querySelector('.calendar-people input')?.focus();
  };

  addPerson = ({ detail }) => {
    this.adding = false;
    if (detail && detail.id !== session.state.me.id) setQuery({ people: [...new Set([...this.people,
      `user:${detail.id}`])] });
  };

  draw(view, days, data) {
    if (view === 'month') {
      return html`<crm-month .days=${days} .month=${this.day.slice(0, 7)} .data=${data} @open=${this.open}
        @create=${this.createAt}
        @showday=${e => setQuery({ view: 'day', day: e.detail })}></crm-month>`;
    }
    if (view === 'agenda') return html`<crm-agenda .days=${days} .data=${data} @open=${this.open}></crm-agenda>`;
    return html`<crm-days .days=${days} .data=${data} .preferences=${this.preferences} @open=${this.open}
      @create=${this.createAt} @move=${this.move}></crm-days>`;
  }

  open = async ({ detail: occurrence }) => {
    if (isBusy(occurrence)) return;
    if (await ask('crm-event-dialog', { occurrence })) this.load.run();
  };

  createAt = ({ detail }) => this.create(detail);

  async create(at) {
    const start = at?.from || `${this.day}T${this.preferences?.workFrom || '09:00'}`;
    const picked = this.load.data?.picked;
    const fresh = { from: start, to: at?.to || (at?.allDay ? plusDays(start, 1) : plusMinutes(start, 60)),
      allDay: !!at?.allDay };
    const people = this.people.map(p =>
      ({ kind: 'user', id: idOf(p), name: this.load.data?.names.find(u => u.id === idOf(p))?.name }));
    const made = await ask('crm-event-dialog', { fresh, activity: picked, people });
    if (!made) return;
    if (picked) setQuery({ pick: null });
    this.load.run();
  }

  move = async ({ detail }) => {
    this.refusal = null;
    try {
      await moveEvent(detail);
    } catch (problem) {
      if (problem.status === undefined) throw problem;
      this.refusal = problem.message;
    }
    this.load.run();
  };
}
customElements.define('crm-calendar', CrmCalendar);
