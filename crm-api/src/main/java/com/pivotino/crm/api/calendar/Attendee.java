package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.PersonRef;

/**
 * Somebody who is invited (SEMANTICS I1).
 *
 * @param person    a user or contact, or null for somebody known by address only
 * @param email     the address of an attendee who is neither user nor contact, else null
 * @param name      the name to show
 * @param answer    {@code needs-action, accepted, tentative, declined}
 * @param organizer whether they lead the event
 */
public record Attendee(PersonRef person, String email, String name, String answer, boolean organizer) {
}
