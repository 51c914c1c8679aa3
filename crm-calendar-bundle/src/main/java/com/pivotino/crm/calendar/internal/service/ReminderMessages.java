package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery;
import java.time.LocalDateTime;
import java.util.Locale;

/** Reminders as channels get them. */
public final class ReminderMessages {

    private ReminderMessages() {
    }

    /** Live updates reach who it is for. */
    public static void tell(CalendarUnitOfWork unit, Transaction tx, ReminderDelivery delivery) {
        new MeetingNews(unit, tx).reminded(delivery);
    }

    /** The language in which its recipient reads. */
    public static Locale language(CalendarUnitOfWork unit, ReminderDelivery delivery) {
        Long organizer = unit.events().any(delivery.eventId()).map(CalendarEvent::organizerId).orElse(null);
        return MailWords.language(unit.directory(), delivery.who(), organizer);
    }

    public static ReminderMessage of(ReminderDelivery delivery) {
        String id = delivery.recurrenceId();
        return new ReminderMessage(delivery.key(), delivery.id(), delivery.who().person(), delivery.email(), delivery.name(),
                delivery.eventId(), id == null ? null : EventViews.idText(delivery.isAllDay(), LocalDateTime.parse(id)),
                delivery.title(), delivery.location(), DefaultReminderService.start(delivery), delivery.fireAt(), delivery.isLate());
    }
}
