package com.pivotino.crm.api.calendar;

import java.util.List;

/**
 * The result of an import of an iCalendar object.
 *
 * @param created  events that are new
 * @param updated  events that had the same UID
 * @param skipped  components that are no events, unchanged ones and those with a problem
 * @param problems what was not taken, at most 100
 */
public record ImportReport(int created, int updated, int skipped, List<Problem> problems) {

    public ImportReport {
        problems = List.copyOf(problems);
    }

    /**
     * Something that was not taken.
     *
     * @param uid     of the component, or null
     * @param message one sentence
     */
    public record Problem(String uid, String message) {
    }
}
