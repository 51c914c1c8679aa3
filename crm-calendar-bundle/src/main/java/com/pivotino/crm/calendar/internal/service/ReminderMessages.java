package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery;
import java.time.LocalDateTime;

/** Reminders as channels get them. */
public final class ReminderMessages {

    private ReminderMessages() {
    }

    /** Live updates reach who it is for. */
    public static void tell(CalendarUnitOfWork unit, Transaction tx, ReminderDelivery delivery) {
        new MeetingNews(unit, tx).reminded(delivery);
    }

    public static ReminderMessage of(ReminderDelivery delivery) {
        String id = delivery.recurrenceId();
        return new ReminderMessage(delivery.key(), delivery.id(), delivery.who().person(), delivery.email(), delivery.name(),
                delivery.eventId(), id == null ? null : EventViews.idText(delivery.isAllDay(), LocalDateTime.parse(id)),
                delivery.title(), delivery.location(), DefaultReminderService.start(delivery), delivery.fireAt(), delivery.isLate());
    }
}
