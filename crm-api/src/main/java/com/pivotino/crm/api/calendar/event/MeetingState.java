package com.pivotino.crm.api.calendar.event;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A meeting as it stood right after the event. Of a private one title, location and people are not told (SEMANTICS I5).
 *
 * @param recurrenceId the one occurrence that is meant, or null for all or a single event
 * @param title        or null if the event is private
 * @param start        of a series the next occurrence; null for an all-day event
 * @param end          likewise
 * @param date         the first day of an all-day event, the same in every zone; null for a timed one
 * @param zone         IANA zone in which it was planned, or null for an all-day event
 * @param rule         the rule in an English sentence, or null for a single event
 * @param location     or null
 * @param organizer    or null if somebody outside leads it
 * @param people       users who take part and have not declined, the organizer too
 */
public record MeetingState(long eventId, String recurrenceId, String title, Instant start, Instant end, LocalDate date,
        String zone, String rule, String location, NamedRef organizer, List<PersonRef> people) {

    public MeetingState {
        people = people == null ? List.of() : List.copyOf(people);
    }
}
