package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.EventOrigin;
import com.pivotino.crm.calendar.internal.domain.ReminderLine;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.store.EventStore;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes new events and what an edit made of one. */
final class MeetingWriter {

    private final CalendarUnitOfWork unit;
    private final Transaction tx;
    private final EventStore store;
    private final SeriesSaving saving;

    MeetingWriter(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
        this.store = unit.events();
        this.saving = new SeriesSaving(store);
    }

    static String newUid() {
        return UUID.randomUUID() + "@pivotino";
    }

    /** An event with its occurrences; nobody is invited yet. */
    CalendarEvent add(EventOrigin origin, Series series) {
        CalendarEvent event = new CalendarEvent(origin, Texts.of(series.details()));
        saving.save(event, series, List.of());
        store.add(event);
        saving.saveOverrides(event, series);
        return event;
    }

    void save(Meeting meeting, Series series) {
        saving.save(meeting.event(), series, meeting.attendances());
        saving.saveOverrides(meeting.event(), series);
    }

    /** As it stands in the database now. */
    Meeting again(CalendarEvent event) {
        store.flush();
        return unit.load(List.of(event)).get(0);
    }

    /** The part of a series that goes on as an event of its own, with the same people and reminders (SEMANTICS E2). */
    CalendarEvent goOn(Meeting from, Series series, TrackedOccurrences tracked) {
        CalendarEvent old = from.event();
        CalendarEvent event = add(new EventOrigin(newUid(), old.organizerId(), old.createdBy(), tx.now(), old.record(),
                null, old.id()), TrackedOccurrences.unmark(series));
        for (Attendance base : from.invited()) {
            store.add(base.copyTo(event.id(), null)).reachTo(event.lastEnd());
        }
        tracked.moved(series).forEach((attendance, id) -> {
            store.add(attendance.copyTo(event.id(), id.toString())).reachTo(event.lastEnd());
            store.remove(attendance);
        });
        for (ReminderLine line : unit.reminders().lines(old.id())) {
            store.add(new ReminderLine(event.id(), line.owner(), line.reminder()));
        }
        return event;
    }

    /** An occurrence that has ended stays as a single event, with those who were there (SEMANTICS E3). */
    void freeze(Meeting from, Occurrence ended) {
        CalendarEvent old = from.event();
        Series single = Series.single(ended.slot(), TrackedOccurrences.plain(ended.details()));
        CalendarEvent event = add(new EventOrigin(newUid(), old.organizerId(), old.createdBy(), old.createdAt(),
                old.record(), null, old.id()), single);
        for (Attendance there : from.invited(ended.id())) {
            store.add(there.copyTo(event.id(), null)).reachTo(event.lastEnd());
        }
    }

    /** Parts in single occurrences follow those; what has no place any more goes. */
    void follow(Meeting meeting, Series series, TrackedOccurrences tracked) {
        Map<Attendance, LocalDateTime> there = tracked.moved(series);
        for (Attendance attendance : meeting.attendances()) {
            if (attendance.recurrenceId() == null) {
                continue;
            }
            if (!there.containsKey(attendance)) {
                store.remove(attendance);
            } else if (!there.get(attendance).toString().equals(attendance.recurrenceId())) {
                attendance.renameOccurrence(there.get(attendance).toString());
            }
        }
    }

    /** Without what only says which single occurrences there are. */
    static boolean isPlain(OccurrenceOverride override) {
        return override.slot() == null && override.details().isEmpty();
    }
}
