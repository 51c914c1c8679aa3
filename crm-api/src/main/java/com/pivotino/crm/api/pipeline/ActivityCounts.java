package com.pivotino.crm.api.pipeline;

/** Numbers of cards by activity state (SEMANTICS A5); the four add up to the column's count. */
public record ActivityCounts(long overdue, long today, long planned, long none) {

    /** Both together. */
    public ActivityCounts plus(ActivityCounts other) {
        return new ActivityCounts(overdue + other.overdue, today + other.today, planned + other.planned, none + other.none);
    }
}
