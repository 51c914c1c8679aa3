package com.pivotino.crm.calendar.internal.ical;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param method   METHOD in upper case, or null
 * @param events   by their order in the file
 * @param problems what could not be read as it stands
 */
public record IcsFile(String method, List<IcsEvent> events, List<Problem> problems) {

    public IcsFile {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }

    /**
     * Something that could not be read as it stands.
     *
     * @param uid     the event, or null
     * @param code    stable: {@code no_start, invalid_time, unknown_zone, invalid_rule, unsupported_rule, start_adjusted,
     *                single_occurrence}
     * @param message one sentence for a person
     * @param skipped whether the event was left out
     */
    public record Problem(String uid, String code, String message, boolean skipped) {
    }
}
