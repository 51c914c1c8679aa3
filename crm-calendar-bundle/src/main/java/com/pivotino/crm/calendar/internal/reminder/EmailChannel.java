package com.pivotino.crm.calendar.internal.reminder;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.EventTime;
import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import com.pivotino.crm.api.directory.Contact;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.calendar.internal.service.MailWords;
import com.pivotino.crm.calendar.internal.service.OwnChannel;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds by mail: asks the mail bundle for it in the same transaction that marks it as handed over, so exactly once. */
@Component(service = ReminderChannel.class, property = {ReminderChannel.ID + "=email", "service.ranking:Integer=-100"})
public final class EmailChannel implements OwnChannel {

    private final Directory directory;

    @Activate
    public EmailChannel(@Reference Directory directory) {
        this.directory = directory;
    }

    @Override
    public Result deliver(ReminderMessage message) {
        return isReachable(message, directory) ? Result.DELIVERED : Result.REJECTED;
    }

    @Override
    public void tell(ReminderMessage message, Locale reader, Transaction tx) {
        MailWords words = new MailWords(reader);
        String when = when(message, words);
        String text = message.title() + "\n" + when + (message.location() == null ? "" : "\n" + message.location())
                + (message.late() ? "\n\n" + words.of("late") : "");
        MailRequested mail = new MailRequested(message.person(), message.email(), message.name(),
                words.of("reminder", message.title() + ", " + when), text, null, null, words.of("reminderWhy"));
        tx.publish(new RecordRef("event", message.eventId()), mail);
    }

    /** A colleague reads in their own zone; somebody outside in the meeting's, for theirs is not known. */
    private String when(ReminderMessage message, MailWords words) {
        EventTime start = message.start();
        if (start.instant() == null || message.person() == null || !message.person().isUser()) {
            return words.when(start.local(), start.zone());
        }
        ZoneId zone = directory.zoneOf(message.person().id());
        return words.when(start.instant().atZone(zone), zone.getId());
    }

    @Override
    public boolean stays() {
        return false;
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
}
