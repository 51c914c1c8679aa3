package com.pivotino.crm.calendar.internal.reminder;

import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.calendar.internal.service.ReminderHandover;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows reminders in the browser: in every open session of the user, until it is dismissed in one (SEMANTICS N5). */
@Component(service = ReminderChannel.class, property = {ReminderChannel.ID + "=popup", "service.ranking:Integer=-100"})
public final class PopupChannel implements ReminderChannel {

    private final CalendarTransactions transactions;

    @Activate
    public PopupChannel(@Reference CalendarTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Result deliver(ReminderMessage message) {
        if (message.person() == null || !message.person().isUser()) {
            return Result.REJECTED;
        }
        return ReminderHandover.once(transactions, message, true, tx -> { });
    }
}
