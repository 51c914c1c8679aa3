package com.pivotino.crm.calendar.internal.reminder;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.EventTime;
import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import com.pivotino.crm.calendar.internal.service.ReminderHandover;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds by mail: asks the mail bundle for it in the same transaction that marks it as handed over, so exactly once. */
@Component(service = ReminderChannel.class, property = {ReminderChannel.ID + "=email", "service.ranking:Integer=-100"})
public final class EmailChannel implements ReminderChannel {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.UK);

    private final CalendarTransactions transactions;

    @Activate
    public EmailChannel(@Reference CalendarTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Result deliver(ReminderMessage message) {
        if (!isReachable(message, transactions.directory())) {
            return Result.REJECTED;
        }
        String when = when(message.start());
        String text = message.title() + "\n" + when + (message.location() == null ? "" : "\n" + message.location())
                + (message.late() ? "\n\nThis reminder is late." : "");
        MailRequested mail = new MailRequested(message.person(), message.email(), message.name(),
                "Reminder: " + message.title() + ", " + when, text, null, null, "You get this because you take part in this event.");
        return ReminderHandover.once(transactions, message, false, tx -> tx.publish(new RecordRef("event", message.eventId()), mail));
    }

    private static boolean isReachable(ReminderMessage message, Directory directory) {
        if (message.person() == null) {
            return message.email() != null;
        }
        long id = message.person().id();
        Optional<String> address = message.person().isUser() ? directory.user(id).filter(User::active).map(User::email)
                : directory.contact(id).map(Contact::email);
        return address.filter(email -> !email.isBlank()).isPresent();
    }

    private static String when(EventTime start) {
        return start.zone() == null ? DAY.format(start.local()) : TIME.format(start.local()) + " (" + start.zone() + ")";
    }
}
