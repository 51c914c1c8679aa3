package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.calendar.event.MeetingCancelled;
import com.pivotino.crm.api.calendar.event.MeetingMoved;
import com.pivotino.crm.api.calendar.event.MeetingScheduled;
import com.pivotino.crm.api.calendar.event.MeetingState;
import com.pivotino.crm.api.chatter.Subtype;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.chatter.internal.content.Html;
import com.pivotino.crm.chatter.internal.content.Marked;
import com.pivotino.crm.chatter.internal.content.Phrase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The feed's words for meetings of a record; of a private one only that there is one (SEMANTICS I5). */
final class MeetingLines {

    private MeetingLines() {
    }

    static Optional<Line> of(DomainEvent event) {
        return switch (event.type()) {
            case "calendar.MeetingScheduled" -> Optional.of(scheduled(event.body(MeetingScheduled.class)));
            case "calendar.MeetingMoved" -> Optional.of(moved(event.body(MeetingMoved.class)));
            case "calendar.MeetingCancelled" -> Optional.of(cancelled(event.body(MeetingCancelled.class)));
            default -> Optional.empty();
        };
    }

    private static Line scheduled(MeetingScheduled scheduled) {
        MeetingState meeting = scheduled.meeting();
        Object when = when(meeting.start(), meeting.date(), meeting.zone());
        return line(named(meeting) + " planned for " + Marked.english(when), Phrase.of("said.line.meetingPlanned", title(meeting), when));
    }

    private static Line moved(MeetingMoved moved) {
        MeetingState meeting = moved.meeting();
        Object from = when(moved.from(), moved.fromDate(), meeting.zone());
        Object to = when(meeting.start(), meeting.date(), meeting.zone());
        return line(named(meeting) + " moved from " + Marked.english(from) + " to " + Marked.english(to),
                Phrase.of("said.line.meetingMoved", title(meeting), from, to));
    }

    private static Line cancelled(MeetingCancelled cancelled) {
        return line(named(cancelled.meeting()) + " cancelled", Phrase.of("said.line.meetingCancelled", title(cancelled.meeting())));
    }

    private static String named(MeetingState meeting) {
        return ("Meeting " + title(meeting)).strip();
    }

    private static String title(MeetingState meeting) {
        return meeting.title() == null ? "" : "\u201c" + meeting.title() + "\u201d";
    }

    private static Object when(Instant start, LocalDate date, String zone) {
        return start == null ? date : new Phrase.At(start, zone == null ? ZoneOffset.UTC.getId() : zone);
    }

    private static Line line(String sentence, Phrase words) {
        return new Line(Line.CHANGE, Subtype.MEETINGS, Html.paragraphs(sentence), List.of(), false, words);
    }
}
