package com.pivotino.crm.api.calendar;

/**
 * An invitation as the invited person sees it by a signed link: only those parts of the event that the invitation mail shows.
 *
 * @param start     of a series the next occurrence
 * @param sentence  the rule in words, or null for a single event
 * @param organizer the name, or null
 * @param name      who is invited
 * @param answer    {@code needs-action, accepted, tentative, declined}
 * @param series    whether one occurrence alone may be answered
 * @param nextRecurrenceId the next occurrence of a series, or null
 */
public record Invitation(String title, EventTime start, EventTime end, boolean allDay, String location, String description,
        String sentence, String organizer, String name, String answer, boolean series, String nextRecurrenceId) {
}
