package com.pivotino.crm.calendar.internal.reminder;

import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.service.OwnChannel;
import java.util.Locale;
import org.osgi.service.component.annotations.Component;

/** Shows reminders in the browser: in every open session of the user, until it is dismissed in one (SEMANTICS N5). */
@Component(service = ReminderChannel.class, property = {ReminderChannel.ID + "=popup", "service.ranking:Integer=-100"})
public final class PopupChannel implements OwnChannel {

    @Override
    public Result deliver(ReminderMessage message) {
        return message.person() == null || !message.person().isUser() ? Result.REJECTED : Result.DELIVERED;
    }

    @Override
    public void tell(ReminderMessage message, Locale reader, Transaction tx) {
        // Nothing more: the job tells that the event's reminders have changed, and the screens read them again.
    }

    @Override
    public boolean stays() {
        return true;
    }
}
