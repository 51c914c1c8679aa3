package com.pivotino.crm.calendar.internal.recurrence;

import static com.pivotino.crm.calendar.internal.recurrence.Slots.BERLIN;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.day;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.series;
import static com.pivotino.crm.calendar.internal.recurrence.Slots.slot;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;

/** Rules in one sentence (SEMANTICS R10). */
public class SentenceTest {

    private static String english(String start, String rrule) {
        return Sentence.of(series(start + "T09:00", rrule), Locale.UK);
    }

    @Test
    public void r10_days_and_weeks() {
        assertEquals("Every day", english("2026-01-06", "FREQ=DAILY"));
        assertEquals("Every 3 days, once", english("2026-01-06", "FREQ=DAILY;INTERVAL=3;COUNT=1"));
        assertEquals("Every 2 weeks on Tuesday and Sunday, 4 times", english("2026-01-06", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4"));
        assertEquals("Every week on Tuesday", english("2026-01-06", "FREQ=WEEKLY"));
        assertEquals("Every week on Monday, Wednesday and Friday, until 30 December 2026",
                english("2026-01-05", "FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20261231"));
    }

    @Test
    public void r10_months() {
        assertEquals("Every month on day 31", english("2026-01-31", "FREQ=MONTHLY"));
        assertEquals("Every month on the last day", english("2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1"));
        assertEquals("Every 2 months on the third Tuesday", english("2026-01-20", "FREQ=MONTHLY;INTERVAL=2;BYDAY=3TU"));
        assertEquals("Every month on the last Wednesday", english("2026-01-28", "FREQ=MONTHLY;BYDAY=-1WE"));
        assertEquals("Every month on the last of Monday and Friday", english("2026-01-30", "FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1"));
        assertEquals("Every month on every Friday, if it is day 13", english("2026-02-13", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"));
    }

    @Test
    public void r10_years() {
        assertEquals("Every year on 29 February", english("2028-02-29", "FREQ=YEARLY"));
        assertEquals("Every year on the last Sunday in March", english("2026-03-29", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
        assertEquals("Every year on day 15 in January and July", english("2026-01-15", "FREQ=YEARLY;BYMONTH=1,7"));
    }

    @Test
    public void r10_until_is_the_local_day() {
        assertEquals("Every day, until 7 January 2026", Sentence.of(series(slot("2026-01-05T23:30", 60, Slots.NEW_YORK),
                "FREQ=DAILY;UNTIL=20260107"), Locale.UK));
        assertEquals("Every day, until 7 January 2026", Sentence.of(series(day("2026-01-05"), "FREQ=DAILY;UNTIL=20260107"), Locale.UK));
    }

    @Test
    public void r10_in_the_language_of_the_reader() {
        Series twice = series("2026-01-06T09:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4");
        assertEquals("Alle 2 Wochen am Dienstag und Sonntag, 4-mal", Sentence.of(twice, Locale.GERMANY));
        assertEquals("Toutes les 2 semaines, le mardi et dimanche, 4 fois", Sentence.of(twice, Locale.FRENCH));
        assertEquals("another language reads English", "Every 2 weeks on Tuesday and Sunday, 4 times", Sentence.of(twice, Locale.JAPAN));
        Series last = series("2026-01-28T09:00", "FREQ=MONTHLY;BYDAY=-1WE");
        assertEquals("Jeden Monat am letzten Mittwoch", Sentence.of(last, Locale.GERMAN));
        assertEquals("Tous les mois, le dernier mercredi", Sentence.of(last, Locale.FRANCE));
    }

    @Test
    public void r10_others_rules_and_single_events() {
        assertNull(Sentence.of(series("2026-01-06T09:00", null), Locale.UK));
        assertEquals("Repeats by a rule from another calendar", Sentence.of(Series.stored(slot("2026-01-06T09:00", 60, BERLIN),
                "FREQ=HOURLY", List.of(), List.of(), Map.of()), Locale.UK));
    }
}
