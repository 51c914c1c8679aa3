package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.event.EventChanged;
import com.pivotino.crm.api.calendar.event.MeetingCancelled;
import com.pivotino.crm.api.calendar.event.MeetingMoved;
import com.pivotino.crm.api.calendar.event.MeetingScheduled;
import com.pivotino.crm.api.calendar.event.MeetingState;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Sentence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Tells other bundles what happened to a meeting. Nobody hears of what is over, nor what a private one says. */
final class MeetingNews {

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    MeetingNews(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    /** For what is shown live. */
    void changed(CalendarEvent event, String what) {
        tx.publish(event.ref(), new EventChanged(event.id(), what));
    }

    /** A reminder was due, put off or closed. */
    void reminded(ReminderDelivery delivery) {
        tx.publish(new RecordRef("event", delivery.eventId()), new EventChanged(delivery.eventId(), "reminder"));
    }

    void scheduled(Meeting meeting, LocalDateTime id, Collection<Attendance> added) {
        if (!isOver(meeting, id)) {
            tx.publish(record(meeting), new MeetingScheduled(state(meeting, id), users(added)));
        }
    }

    /** @param before when it took place */
    void moved(Meeting meeting, LocalDateTime id, TimeSlot before) {
        if (!isOver(meeting, id)) {
            tx.publish(record(meeting), new MeetingMoved(state(meeting, id), before.allDay() ? null : before.startInstant(),
                    before.allDay() ? before.start().toLocalDate() : null));
        }
    }

    /** @param meeting as it stood before */
    void cancelled(Meeting meeting, LocalDateTime id, Collection<Attendance> removed) {
        if (!isOver(meeting, id)) {
            tx.publish(record(meeting), new MeetingCancelled(state(meeting, id), users(removed)));
        }
    }

    private static RecordRef record(Meeting meeting) {
        return meeting.event().record() == null ? meeting.event().ref() : meeting.event().record();
    }

    private List<PersonRef> users(Collection<Attendance> attendances) {
        return attendances.stream().map(Attendance::address).map(Address::person).filter(Objects::nonNull)
                .filter(person -> person.isUser() && !person.equals(tx.actor().user())).toList();
    }

    private MeetingState state(Meeting meeting, LocalDateTime id) {
        Occurrence one = shown(meeting, id);
        TimeSlot slot = one.slot();
        Texts texts = Texts.of(one.details());
        boolean told = !texts.isPrivate();
        NamedRef organizer = told ? Names.of(unit.directory(), List.of(meeting)).user(meeting.event().organizerId()) : null;
        List<PersonRef> people = told ? meeting.invited(id).stream().filter(a -> !a.isDeclined()).map(a -> a.address().person())
                .filter(person -> person != null && person.isUser()).toList() : List.of();
        return new MeetingState(meeting.event().id(), id == null ? null : EventViews.idText(slot.allDay(), id),
                told ? texts.title() : null, slot.allDay() ? null : slot.startInstant(), slot.allDay() ? null : slot.endInstant(),
                slot.allDay() ? slot.start().toLocalDate() : null, slot.zone() == null ? null : slot.zone().getId(),
                id == null ? Sentence.of(meeting.series(), Locale.ENGLISH) : null, told ? texts.location() : null, organizer, people);
    }

    /** The named occurrence, else the next one, else the first. */
    Occurrence shown(Meeting meeting, LocalDateTime id) {
        Optional<Occurrence> named = id == null ? Optional.empty() : meeting.series().occurrence(id);
        return named.or(() -> meeting.series().next(tx.now(), ZoneOffset.UTC))
                .orElseGet(() -> new Occurrence(meeting.series().slot().start(), meeting.series().slot(), false,
                        meeting.series().details()));
    }

    /** Whether the occurrence, or for null the last one, has ended. */
    boolean isOver(Meeting meeting, LocalDateTime id) {
        return id == null ? meeting.series().lastEnd().filter(end -> !end.isAfter(tx.now())).isPresent()
                : meeting.series().occurrence(id).filter(one -> !one.slot().endInstant().isAfter(tx.now())).isPresent();
    }
}
