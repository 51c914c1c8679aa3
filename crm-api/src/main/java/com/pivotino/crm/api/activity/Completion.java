package com.pivotino.crm.api.activity;

/**
 * How an activity was done; every member may be null.
 *
 * @param feedback        what came of it
 * @param outcome         key of the outcome
 * @param durationMinutes how long it took, 0 to 10,000
 * @param next            what to plan next on the same record; its own record may be left out
 */
public record Completion(String feedback, String outcome, Integer durationMinutes, NewActivity next) {

    /** Done, without a word. */
    public static Completion plain() {
        return new Completion(null, null, null, null);
    }
}
