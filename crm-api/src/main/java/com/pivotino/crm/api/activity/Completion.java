package com.pivotino.crm.api.activity;

import java.util.List;
import java.util.Objects;

/**
 * The result of an activity; every member may be null.
 *
 * @param feedback        what came of it
 * @param outcome         key of the outcome
 * @param durationMinutes how long it took, 0 to 10,000
 * @param next            what to plan next on the same record; its own record may be left out
 * @param attachmentIds   files that it holds from now on and that its entry in the feed shows, with those that it held: the
 *                        doer's own, or of the same record already
 */
public record Completion(String feedback, String outcome, Integer durationMinutes, NewActivity next,
        List<Long> attachmentIds) {

    public Completion {
        attachmentIds = attachmentIds == null ? List.of() : attachmentIds.stream().filter(Objects::nonNull).distinct().toList();
    }

    /** Without files. */
    public Completion(String feedback, String outcome, Integer durationMinutes, NewActivity next) {
        this(feedback, outcome, durationMinutes, next, List.of());
    }

    /** Done, without a word. */
    public static Completion plain() {
        return new Completion(null, null, null, null);
    }
}
