package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.spi.ReminderChannel.Result;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Marks a delivery as handed over and tells of it in one transaction: whatever happens, once or not at all. */
public final class ReminderHandover {

    private ReminderHandover() {
    }

    /** @param stays whether somebody has to dismiss it */
    public static Result once(CalendarTransactions transactions, ReminderMessage message, boolean stays, Consumer<Transaction> telling) {
        Act act = Act.of(Actor.system(ZoneOffset.UTC), "automation", Set.of(new RecordRef("event", message.eventId())));
        return transactions.act(act, (unit, tx) -> {
            Optional<ReminderDelivery> delivery = unit.reminders().delivery(message.reminderId())
                    .filter(known -> known.key().equals(message.key()));
            delivery.filter(known -> !known.isHanded() && known.state() == ReminderDelivery.State.PENDING).ifPresent(known -> {
                known.hand(stays);
                telling.accept(tx);
                new MeetingNews(unit, tx).reminded(known);
            });
            return delivery.isPresent() ? Result.DELIVERED : Result.REJECTED;
        }).value();
    }
}
