package com.pivotino.crm.calendar.internal.reaction;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.mail.event.CalendarMailReceived;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import com.pivotino.crm.calendar.internal.service.MailedAnswers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers that come by mail (SEMANTICS I2, RFC 5546 REPLY). Heard again, one finds itself answered and does nothing. */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=calendar.mail", DomainEventListener.TYPES + "=mail.CalendarMailReceived"})
public final class CalendarMailListener implements DomainEventListener {

    private final MailedAnswers answers;

    @Activate
    public CalendarMailListener(@Reference CalendarTransactions transactions) {
        this.answers = new MailedAnswers(transactions);
    }

    @Override
    public void on(DomainEvent event) {
        CalendarMailReceived mail = event.body(CalendarMailReceived.class);
        if ("REPLY".equals(mail.method())) {
            answers.take(mail.from(), mail.calendar());
        }
    }
}
