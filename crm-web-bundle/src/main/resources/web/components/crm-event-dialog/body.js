import { session } from '../../lib/session.js';
import { zone, plusDays } from '../../lib/format.js';
import { wallOf } from '../../lib/wall.js';

/** The form's members of an event, or of one that is to be made. */
export function draftOf({ event, fresh, activity, people = [], preferences }) {
  if (!event) {
    return {
      title: activity?.summary || activity?.type.name || '', allDay: fresh.allDay, from: fresh.from, to: fresh.to,
        rrule: null,
      attendees: people, location: '', description: '', privacy: preferences?.privacy || 'public', showAs: 'busy',
      reminders: preferences?.reminders || [], zone: zone(), key: crypto.randomUUID(),
    };
  }
  const wall = time => (event.allDay ? time.local.slice(0, 10) : time.local.slice(0, 16));
  return {
    title: event.title, allDay: event.allDay, from: wall(event.start), to: wall(event.end), zone: event.zone || zone(),
      rrule: event.rrule,
    attendees: event.attendees.filter(a => !a.organizer).map(a =>
      ({ ...(a.person || {}), email: a.email, name: a.name, answer: a.answer })),
    location: event.location || '', description: event.description || '', privacy: event.privacy, showAs: event.showAs,
    reminders: event.reminders,
  };
}

const attendee = a => (a.id ? { kind: a.kind || 'user', id: a.id } : { email: a.email, name: a.name });

/** What the server gets of a form. */
export function members(draft) {
  return {
    title: draft.title.trim(), start: draft.from, end: draft.to, allDay: draft.allDay,
      ...(draft.allDay ? {} : { zone: draft.zone }),
    rrule: draft.rrule, attendees: draft.attendees.map(attendee), location: draft.location.trim() || null,
    description: draft.description.trim() || null, privacy: draft.privacy, showAs: draft.showAs,
      reminders: draft.reminders,
  };
}

/** Only what was changed: a change of the text alone asks nobody to answer again. */
export function changed(draft, event) {
  const before = members(draftOf({ event }));
  return Object.fromEntries(Object.entries(members(draft)).filter(([name, value]) =>
    JSON.stringify(value) !== JSON.stringify(before[name])));
}

/** From hours to whole days and back; the hours come back as they were. */
export function toggled(draft, allDay) {
  if (allDay) {
    const last = draft.to.slice(0, 10);
    return { allDay, hours: { from: draft.from, to: draft.to }, from: draft.from.slice(0, 10), to: plusDays(last, 1) };
  }
  return { allDay, ...(draft.hours || { from: `${draft.from}T09:00`, to: `${draft.from}T10:00` }) };
}

export const isMe = person => person.kind === 'user' && person.id === session.state.me.id;

/** Busy intervals of others that lie over the draft, by person. */
export function overlaps(draft, answer) {
  if (draft.allDay) return [];
  return answer.people.filter(p => p.busy.some(b => wallOf(b.start) < draft.to && draft.from < wallOf(b.end))).map(p =>
    p.person);
}
