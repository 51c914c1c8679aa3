package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.domain.AnnouncedZoneRules;
import com.pivotino.crm.calendar.internal.ical.IcsEvent;
import com.pivotino.crm.calendar.internal.ical.IcsWriter;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Sentence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Invitations by mail (SEMANTICS I2, RFC 5546) to those who have no calendar here; colleagues are told in the app. Nobody gets
 * a mail of what is over, and nobody hears of a cancellation who never got the invitation.
 */
final class InvitationMails {

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
            MailWords words = words(meeting, attendance);
            String subject = words.of(attendance.isInvited() ? "updated" : "invitation", headline(meeting, id, words));
            String link = unit.transactions().extensions().link("/calendar/answers/" + unit.signature().token(attendance.id()));
            String text = body(meeting, id, words) + "\n\n" + words.of("question") + "\n" + link;
            send(meeting, attendance, names, subject, text, "REQUEST", calendar);
            attendance.wasInvited();
        }
        boolean all = id == null && people.containsAll(meeting.invited());
        if (all || meeting.event().announcedZoneRules() == null) {
            meeting.event().told(clocks(meeting));
        }
    }

    /** The clocks that the calendar object holds, so that later zone rules are compared with them (SEMANTICS T5). */
    private String clocks(Meeting meeting) {
        List<ZoneId> zones = Stream.concat(Stream.of(meeting.series().slot()), meeting.series().overrides().values().stream()
                .map(OccurrenceOverride::slot)).filter(slot -> slot != null && !slot.allDay()).map(TimeSlot::zone).toList();
        Instant first = meeting.series().firstStart();
        return zones.isEmpty() ? null
                : AnnouncedZoneRules.text(zones, (first.isAfter(tx.now()) ? first : tx.now()).minus(Duration.ofDays(1)));
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
                MailWords words = words(meeting, attendance);
                send(meeting, attendance, names, words.of("cancelled", headline(meeting, id, words)), body(meeting, id, words), "CANCEL",
                        calendar);
            }
        }
    }

    private void send(Meeting meeting, Attendance to, Names names, String subject, String text, String method, String calendar) {
        CalendarEvent event = meeting.event();
        RecordRef record = event.record() == null ? event.ref() : event.record();
        MailWords words = words(meeting, to);
        String why = words.of("why", event.organizerId() == null ? words.of("somebody") : names.user(event.organizerId()).name());
        tx.publish(record, new MailRequested(to.address().person(), to.email(), to.name(), subject, text, method, calendar, why));
    }

    /** Who has an address and no calendar here. */
    private static List<Attendance> outside(Collection<Attendance> people, Names names) {
        return people.stream().filter(one -> one.address().userId() == null && !one.isOrganizer() && names.email(one) != null).toList();
    }

    private MailWords words(Meeting meeting, Attendance reader) {
        return new MailWords(MailWords.language(unit.directory(), reader.address(), meeting.event().organizerId()));
    }

    private String headline(Meeting meeting, LocalDateTime id, MailWords words) {
        Occurrence one = new MeetingNews(unit, tx).shown(meeting, id);
        return Texts.of(one.details()).title() + ", " + when(one.slot(), words);
    }

    private String body(Meeting meeting, LocalDateTime id, MailWords words) {
        Occurrence one = new MeetingNews(unit, tx).shown(meeting, id);
        Texts texts = Texts.of(one.details());
        StringBuilder body = new StringBuilder(texts.title()).append('\n').append(when(one.slot(), words));
        if (id == null && meeting.series().recurring()) {
            body.append('\n').append(Sentence.of(meeting.series(), words.locale()));
        }
        if (texts.location() != null) {
            body.append('\n').append(texts.location());
        }
        if (texts.description() != null) {
            body.append("\n\n").append(texts.description());
        }
        return body.toString();
    }

    private static String when(TimeSlot slot, MailWords words) {
        return words.when(slot.allDay() ? slot.start() : slot.shownStart(), slot.allDay() ? null : slot.zone().getId());
    }
}
