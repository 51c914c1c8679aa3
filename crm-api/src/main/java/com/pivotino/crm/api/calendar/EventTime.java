package com.pivotino.crm.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;

/**
 * When an occurrence begins or ends (SEMANTICS T1). The local time is what was agreed; the instant is derived from it by
 * the rules of the zone as they are now.
 *
 * @param local   a {@link LocalDateTime}, or a {@link LocalDate} for an all-day event, whose end is exclusive
 * @param zone    IANA id, or null for an all-day event
 * @param instant the same as an instant, or null for an all-day event
 */
public record EventTime(Temporal local, String zone, Instant instant) {

    public EventTime {
        boolean allDay = local instanceof LocalDate && zone == null && instant == null;
        if (!allDay && !(local instanceof LocalDateTime && zone != null && instant != null)) {
            throw new IllegalArgumentException("A date alone, or a local time with its zone and instant");
        }
    }
}
