package com.pivotino.crm.calendar.internal.reaction;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.mail.event.CalendarMailReceived;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.service.CalendarTransactions;
import com.pivotino.crm.calendar.internal.service.MailedAnswers;
import com.pivotino.crm.calendar.internal.service.ReminderPlanning;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the calendar does after the commit: takes answers that come by mail (SEMANTICS I2, RFC 5546 REPLY), and sets reminders anew
 * for who has moved to another zone (SEMANTICS N2). Heard again, it finds what it would make and does nothing.
 */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=calendar.later", DomainEventListener.TYPES + "=mail.CalendarMailReceived",
    DomainEventListener.TYPES + "=directory.UserChanged"})
public final class CalendarListener implements DomainEventListener {

    private static final int AT_ONCE = 200;

    private final CalendarTransactions transactions;
    private final MailedAnswers answers;

    @Activate
    public CalendarListener(@Reference CalendarTransactions transactions) {
        this.transactions = transactions;
        this.answers = new MailedAnswers(transactions);
    }

    @Override
    public void on(DomainEvent event) {
        if ("directory.UserChanged".equals(event.type())) {
            UserChanged user = event.body(UserChanged.class);
            if (user.zoneChanged()) {
                planAnew(Address.user(user.userId()));
            }
            return;
        }
        CalendarMailReceived mail = event.body(CalendarMailReceived.class);
        if ("REPLY".equals(mail.method())) {
            answers.take(mail.from(), mail.calendar());
        }
    }

    private void planAnew(Address who) {
        List<Long> events = page(who, 0);
        while (!events.isEmpty()) {
            for (long event : events) {
                transactions.act(Act.of(Actor.system(ZoneOffset.UTC), "automation", Set.of(new RecordRef("event", event))), (unit, tx) -> {
                    unit.find(event).ifPresent(meeting -> new ReminderPlanning(unit, tx.now()).plan(meeting));
                    return null;
                });
            }
            events = page(who, events.get(events.size() - 1));
        }
    }

    private List<Long> page(Address who, long after) {
        return transactions.read(unit -> unit.reminders().eventsOf(who, after, AT_ONCE));
    }
}
