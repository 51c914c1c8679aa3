package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.calendar.event.MeetingCancelled;
import com.pivotino.crm.api.calendar.event.MeetingMoved;
import com.pivotino.crm.api.calendar.event.MeetingScheduled;
import com.pivotino.crm.api.calendar.event.MeetingState;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.chatter.internal.content.Html;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The feed's words for meetings of a record; of a private one only that there is one (SEMANTICS I5). */
final class MeetingLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private MeetingLines() {
    }

    static Optional<Line> of(DomainEvent event) {
        return switch (event.type()) {
            case "calendar.MeetingScheduled" -> Optional.of(line(scheduled(event.body(MeetingScheduled.class))));
            case "calendar.MeetingMoved" -> Optional.of(line(moved(event.body(MeetingMoved.class))));
            case "calendar.MeetingCancelled" -> Optional.of(line(cancelled(event.body(MeetingCancelled.class))));
            default -> Optional.empty();
        };
    }

    private static String scheduled(MeetingScheduled scheduled) {
        MeetingState meeting = scheduled.meeting();
        return named(meeting) + " planned for " + when(meeting.start(), meeting.date(), meeting.zone());
    }

    private static String moved(MeetingMoved moved) {
        MeetingState meeting = moved.meeting();
        return named(meeting) + " moved from " + when(moved.from(), moved.fromDate(), meeting.zone()) + " to "
                + when(meeting.start(), meeting.date(), meeting.zone());
    }

    private static String cancelled(MeetingCancelled cancelled) {
        return named(cancelled.meeting()) + " cancelled";
    }

    private static String named(MeetingState meeting) {
        return meeting.title() == null ? "Meeting" : "Meeting \u201c" + meeting.title() + "\u201d";
    }

    private static String when(Instant start, LocalDate date, String zone) {
        if (start == null) {
            return String.valueOf(date);
        }
        ZoneId place = zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        return TIME.format(start.atZone(place)) + " " + place.getId();
    }

    private static Line line(String words) {
        return Line.change(Subtype.MEETINGS, Html.paragraphs(words), List.of());
    }
}
