package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.calendar.event.MeetingChanged;
import com.pivotino.crm.api.calendar.event.MeetingDeleted;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.util.List;

/** An event and the activity that it stands for are one (SEMANTICS A14): this is the way from the event to the activity. */
final class ActivityLink {

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    ActivityLink(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    /** The open activity that an event is to stand for; {@code validation_failed} if there is none for this actor. */
    static Activity require(CalendarExtensions extensions, Actor actor, long activityId) {
        Activity activity;
        try {
            activity = extensions.activities().orElseThrow(() -> problem("There are no activities here.")).get(actor, activityId);
        } catch (CrmException e) {
            throw e.kind() == CrmException.Kind.NOT_FOUND ? problem("There is no such activity.") : e;
        }
        if (activity.completedAt() != null || activity.cancelledAt() != null) {
            throw problem("This activity has ended.");
        }
        if (activity.eventId() != null) {
            throw CrmException.conflict("activity_has_event", "This activity has a meeting already.");
        }
        return activity;
    }

    private static CrmException problem(String message) {
        return CrmException.invalid("activityId", "invalid", message);
    }

    /** What the activity takes over; a private event keeps its words to itself. */
    void tell(Meeting meeting, Long previousEventId) {
        CalendarEvent event = meeting.event();
        if (event.activityId() == null || event.record() == null) {
            return;
        }
        Occurrence next = new MeetingNews(unit, tx).shown(meeting, null);
        TimeSlot slot = next.slot();
        Texts texts = Texts.of(next.details());
        NamedRef organizer = Names.of(unit.directory(), List.of(meeting)).user(event.organizerId());
        tx.publish(event.record(), new MeetingChanged(event.id(), event.activityId(), texts.isPrivate() ? null : texts.title(),
                texts.isPrivate() ? null : texts.description(), organizer, slot.allDay() ? null : slot.startInstant(),
                slot.allDay() ? slot.start().toLocalDate() : null, previousEventId));
    }

    /** The event is gone. */
    void tellDeleted(CalendarEvent event) {
        if (event.activityId() != null && event.record() != null) {
            tx.publish(event.record(), new MeetingDeleted(event.id(), event.activityId()));
        }
    }
}
