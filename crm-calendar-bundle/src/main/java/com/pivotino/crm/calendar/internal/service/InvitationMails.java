package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.ical.IcsEvent;
import com.pivotino.crm.calendar.internal.ical.IcsWriter;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Sentence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Invitations by mail (SEMANTICS I2, RFC 5546) to those who have no calendar here; colleagues are told in the app. Nobody gets
 * a mail of what is over, and nobody hears of a cancellation who never got the invitation.
 */
final class InvitationMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.UK);

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    InvitationMails(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    /** Invites, or tells of a change; {@code id} is the one occurrence that is meant, or null. */
    void request(Meeting meeting, LocalDateTime id, Collection<Attendance> people) {
        if (meeting.event().organizerId() == null) {
            return;
        }
        Names names = Names.of(unit.directory(), List.of(meeting));
        IcsEvent event = new IcsEvents(names).of(meeting);
        String calendar = id == null ? IcsWriter.request(event) : IcsWriter.request(event, id);
        for (Attendance attendance : outside(people, names)) {
            String subject = (attendance.isInvited() ? "Updated invitation: " : "Invitation: ") + headline(meeting, id);
            String link = unit.transactions().extensions().link("/calendar/answers/" + unit.signature().token(attendance.id()));
            send(meeting, attendance, names, subject, body(meeting, id) + "\n\nWill you come? Answer here:\n" + link, "REQUEST", calendar);
            attendance.wasInvited();
        }
    }

    /** Takes invitations back. */
    void cancel(Meeting meeting, LocalDateTime id, Collection<Attendance> people) {
        if (meeting.event().organizerId() == null) {
            return;
        }
        Names names = Names.of(unit.directory(), List.of(meeting));
        for (Attendance attendance : outside(people, names)) {
            if (attendance.isInvited()) {
                String calendar = IcsWriter.cancel(new IcsEvents(names).of(meeting, List.of(attendance)), id);
                send(meeting, attendance, names, "Cancelled: " + headline(meeting, id), body(meeting, id), "CANCEL", calendar);
            }
        }
    }

    private void send(Meeting meeting, Attendance to, Names names, String subject, String text, String method, String calendar) {
        CalendarEvent event = meeting.event();
        RecordRef record = event.record() == null ? event.ref() : event.record();
        String why = (event.organizerId() == null ? "Somebody" : names.user(event.organizerId()).name()) + " invited you to this event.";
        tx.publish(record, new MailRequested(to.address().person(), to.email(), to.name(), subject, text, method, calendar, why));
    }

    /** Who has an address and no calendar here. */
    private static List<Attendance> outside(Collection<Attendance> people, Names names) {
        return people.stream().filter(one -> one.address().userId() == null && !one.isOrganizer() && names.email(one) != null).toList();
    }

    private String headline(Meeting meeting, LocalDateTime id) {
        Occurrence one = new MeetingNews(unit, tx).shown(meeting, id);
        return Texts.of(one.details()).title() + ", " + when(one.slot());
    }

    private String body(Meeting meeting, LocalDateTime id) {
        Occurrence one = new MeetingNews(unit, tx).shown(meeting, id);
        Texts texts = Texts.of(one.details());
        StringBuilder body = new StringBuilder(texts.title()).append('\n').append(when(one.slot()));
        if (id == null && meeting.series().recurring()) {
            body.append('\n').append(Sentence.of(meeting.series(), Locale.ENGLISH));
        }
        if (texts.location() != null) {
            body.append('\n').append(texts.location());
        }
        if (texts.description() != null) {
            body.append("\n\n").append(texts.description());
        }
        return body.toString();
    }

    private static String when(TimeSlot slot) {
        return slot.allDay() ? DAY.format(slot.start()) : TIME.format(slot.shownStart()) + " (" + slot.zone().getId() + ")";
    }
}
