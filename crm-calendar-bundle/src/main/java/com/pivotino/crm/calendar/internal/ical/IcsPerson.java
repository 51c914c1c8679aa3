package com.pivotino.crm.calendar.internal.ical;

import java.util.Locale;

/**
 * An organizer or attendee.
 *
 * @param email  the address
 * @param name   the name to show, or null
 * @param answer as in REST: {@code needs-action, accepted, tentative, declined}; null for an organizer
 */
public record IcsPerson(String email, String name, String answer) {

    /** PARTSTAT of RFC 5545 3.2.12. */
    String partStat() {
        return answer == null ? "NEEDS-ACTION" : answer.toUpperCase(Locale.ROOT);
    }
}
