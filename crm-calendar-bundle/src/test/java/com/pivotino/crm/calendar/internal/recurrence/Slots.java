package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import static org.junit.Assert.assertThrows;

/** Short ways to write series and to read their occurrences in tests. */
final class Slots {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Slots() {
    }

    static TimeSlot slot(String start, int minutes, ZoneId zone) {
        LocalDateTime from = LocalDateTime.parse(start);
        return TimeSlot.timed(from, from.plusMinutes(minutes), zone);
    }

    static TimeSlot day(String date) {
        return TimeSlot.allDay(LocalDate.parse(date), LocalDate.parse(date).plusDays(1));
    }

    /** An hour in Berlin. */
    static Series series(String start, String rrule) {
        return series(slot(start, 60, BERLIN), rrule);
    }

    static Series series(TimeSlot slot, String rrule) {
        return Series.starting(slot, rrule, Map.of("title", "Review"));
    }

    static Window window(String from, String to) {
        return new Window(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"), BERLIN);
    }

    /** Starts as the clock shows them, such as {@code 2026-03-08T03:30}. */
    static List<String> starts(Series series, String from, String to) {
        return series.occurrences(window(from, to)).stream().map(one -> one.slot().shownStart().toString()).toList();
    }

    /** The same as dates. */
    static List<String> dates(Series series, String from, String to) {
        return series.occurrences(window(from, to)).stream().map(one -> one.slot().shownStart().toLocalDate().toString()).toList();
    }

    static LocalDateTime at(String local) {
        return LocalDateTime.parse(local);
    }

    /** The code of the refusal on {@code rrule}. */
    static String refusal(String start, String rrule) {
        CrmException refused = assertThrows(rrule, CrmException.class, () -> series(start, rrule));
        return refused.fields().get(0).field() + ":" + refused.fields().get(0).code();
    }
}
