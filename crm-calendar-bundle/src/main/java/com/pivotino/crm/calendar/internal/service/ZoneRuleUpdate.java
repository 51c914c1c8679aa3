package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.AnnouncedZoneRules;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.calendar.internal.recurrence.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows new zone rules (SEMANTICS T5): wall times stay, so the bounds and reminders of an event are computed anew, and those
 * whose calendars hold another instant for an occurrence to come get an update. Answers stay: nobody has moved anything.
 */
public final class ZoneRuleUpdate {

    private static final Duration YEAR = Duration.ofDays(366);

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    public ZoneRuleUpdate(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    public void follow(Meeting meeting) {
        Set<LocalDateTime> moved = moved(meeting);
        MeetingWriter writer = new MeetingWriter(unit, tx);
        writer.save(meeting, meeting.series());
        Meeting now = writer.again(meeting.event());
        new ReminderPlanning(unit, tx.now()).plan(now);
        if (!moved.isEmpty()) {
            now.event().announce();
            InvitationMails mails = new InvitationMails(unit, tx);
            mails.request(now, null, now.invited());
            now.guests().stream().filter(one -> moved.contains(LocalDateTime.parse(one.recurrenceId())))
                    .forEach(one -> mails.request(now, LocalDateTime.parse(one.recurrenceId()), List.of(one)));
            new MeetingNews(unit, tx).changed(now.event(), "changed");
            new ActivityLink(unit, tx).tell(now, null);
        }
    }

    /** Original starts of the occurrences to come whose instant others know otherwise. */
    private Set<LocalDateTime> moved(Meeting meeting) {
        CalendarEvent event = meeting.event();
        if (event.announcedZoneRules() == null) {
            return Set.of();
        }
        AnnouncedZoneRules told = AnnouncedZoneRules.parse(event.announcedZoneRules());
        Instant first = meeting.series().firstStart();
        Instant from = first.isAfter(tx.now()) ? first : tx.now();
        Set<LocalDateTime> moved = new HashSet<>();
        for (Instant year = from; year.isBefore(from.plus(AnnouncedZoneRules.AHEAD)); year = year.plus(YEAR)) {
            meeting.series().occurrences(new Window(year, year.plus(YEAR), ZoneOffset.UTC)).stream()
                    .filter(one -> isMoved(one.slot(), told)).map(Occurrence::id).forEach(moved::add);
        }
        return moved;
    }

    private static boolean isMoved(TimeSlot slot, AnnouncedZoneRules told) {
        return !slot.allDay() && told.instant(slot.start(), slot.zone()).filter(instant -> !instant.equals(slot.startInstant()))
                .isPresent();
    }
}
