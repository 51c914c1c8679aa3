package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/** Warns that people are busy when an event, or the next occurrence of a series, takes place; not with what (SEMANTICS I4). */
final class OverlapWarnings {

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    OverlapWarnings(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    /** @param id the one occurrence that is meant, or null */
    void of(Meeting meeting, LocalDateTime id) {
        TimeSlot slot = new MeetingNews(unit, tx).shown(meeting, id).slot();
        Instant start = slot.startInstant(tx.actor().zone());
        Instant end = slot.endInstant(tx.actor().zone());
        List<Attendance> there = meeting.invited(id).stream().filter(one -> !one.isDeclined()).toList();
        List<PersonRef> people = there.stream().map(one -> one.address().person()).filter(Objects::nonNull).toList();
        if (meeting.texts().isFree() || people.isEmpty() || !end.isAfter(tx.now()) || !start.isBefore(end)) {
            return;
        }
        var busy = new BusyTimes(unit, tx.actor()).of(people, start, end, meeting.event().id());
        Names names = Names.of(unit.directory(), List.of(meeting));
        there.stream().filter(one -> one.address().person() != null
                && BusyTimes.overlaps(busy.get(one.address().person()), start, end)).forEach(one -> tx.effect(
                        new Effect("warning", meeting.event().ref(), names.of(one) + " is busy at that time.")));
    }
}
