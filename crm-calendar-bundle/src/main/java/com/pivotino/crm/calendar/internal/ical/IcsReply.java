package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An answer that came by mail (RFC 5546 3.2.3). */
public final class IcsReply {

    private final String uid;
    private final int sequence;
    private final IcsPerson attendee;
    private final IcsMoment recurrenceId;

    private IcsReply(String uid, int sequence, IcsPerson attendee, IcsMoment recurrenceId) {
        this.uid = uid;
        this.sequence = sequence;
        this.attendee = attendee;
        this.recurrenceId = recurrenceId;
    }

    /**
     * Reads the answers in a message; none if its METHOD is not REPLY.
     *
     * @throws CrmException {@code validation_failed} on {@code body} if it is no calendar
     */
    public static List<IcsReply> read(String text) {
        return IcsComponent.read(text).children("VCALENDAR").flatMap(calendar -> {
            boolean reply = calendar.text("METHOD").map(method -> method.toUpperCase(Locale.ROOT)).filter("REPLY"::equals).isPresent();
            IcsZones zones = new IcsZones(calendar, ZoneOffset.UTC);
            return reply ? calendar.children("VEVENT").flatMap(event -> answers(event, zones)) : Stream.empty();
        }).toList();
    }

    private static Stream<IcsReply> answers(IcsComponent event, IcsZones zones) {
        String uid = event.text("UID").orElse(null);
        IcsMoment id;
        try {
            id = event.line("RECURRENCE-ID").map(line -> IcsMoment.read(line.value().strip(), zones.of(line).orElse(zones.reader())))
                    .orElse(null);
        } catch (DateTimeException e) {
            return Stream.empty();
        }
        return uid == null ? Stream.empty() : event.lines("ATTENDEE").map(IcsLine::person).filter(person -> person != null)
                .map(person -> new IcsReply(uid, IcsReader.sequence(event), person, id));
    }

    /** The UID of the event. */
    public String uid() {
        return uid;
    }

    /** The SEQUENCE that was answered; an older one than the event's answers an older time. */
    public int sequence() {
        return sequence;
    }

    /** Who answered, and what. The address is what the mail says, not who sent it: compare it with the sender. */
    public IcsPerson attendee() {
        return attendee;
    }

    /** The occurrence that was answered, as the series names it; null for all. */
    public LocalDateTime occurrence(Series series) {
        return recurrenceId == null ? null : recurrenceId.idIn(series.slot());
    }
}
