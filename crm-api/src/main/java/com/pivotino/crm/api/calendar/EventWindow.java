package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import java.time.Instant;
import java.util.List;

/**
 * The requested window of one or more calendars.
 *
 * @param from   inclusive
 * @param to     exclusive, at most {@link CalendarService#MAX_WINDOW_DAYS} later
 * @param people whose calendars; empty for the caller's own, or for everybody's if a record is named
 * @param record only events of this record, or null
 */
public record EventWindow(Instant from, Instant to, List<PersonRef> people, RecordRef record) {

    public EventWindow {
        people = List.copyOf(people);
    }
}
