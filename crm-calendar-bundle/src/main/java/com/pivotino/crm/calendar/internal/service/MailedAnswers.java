package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.ical.IcsReply;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes answers out of mails. Only who sent the mail can answer, and only for the address that was invited; an answer to an
 * older time counts no more (RFC 5546 2.1.5).
 */
public final class MailedAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(MailedAnswers.class);

    private final CalendarTransactions transactions;

    public MailedAnswers(CalendarTransactions transactions) {
        this.transactions = transactions;
    }

    /** @param from the sender's address */
    public void take(String from, String calendar) {
        List<IcsReply> replies;
        try {
            replies = IcsReply.read(calendar);
        } catch (CrmException e) {
            LOG.info("An answer by mail cannot be read: {}", e.getMessage());
            return;
        }
        replies.stream().filter(reply -> reply.attendee().email().equalsIgnoreCase(from)
                && Attendance.ANSWERS.contains(reply.attendee().answer())).forEach(this::take);
    }

    private void take(IcsReply reply) {
        List<CalendarEvent> events = transactions.read(unit -> unit.events().ofUid(reply.uid()));
        for (CalendarEvent event : events) {
            if (!event.isCancelled() && event.organizerId() != null) {
                transactions.act(Act.of(Actor.system(ZoneOffset.UTC), event.ref()), (unit, tx) -> {
                    unit.find(event.id()).filter(meeting -> reply.sequence() >= meeting.event().askedSequence())
                            .ifPresent(meeting -> answer(unit.operations(tx), unit, meeting, reply));
                    return null;
                });
            }
        }
    }

    private static void answer(EventOperations operations, CalendarUnitOfWork unit, Meeting meeting, IcsReply reply) {
        LocalDateTime id = reply.occurrence(meeting.series());
        if (id != null && meeting.series().occurrence(id).isEmpty()) {
            return;
        }
        Names names = Names.of(unit.directory(), List.of(meeting));
        Optional<Attendance> part = meeting.invited(id).stream()
                .filter(one -> !one.isOrganizer() && reply.attendee().email().equalsIgnoreCase(names.email(one))).findFirst();
        part.filter(one -> !one.answer().equals(reply.attendee().answer()))
                .ifPresent(one -> operations.answer(meeting, one, id, reply.attendee().answer()));
    }
}
