package com.pivotino.crm.calendar.internal.recurrence;

/** Counts the days that the engine looks at and stops it in time, whatever the rule. Not thread-safe: one a computation. */
final class Steps {

    /** Days in 270 years; a computation of an endless rule starts near its window, so it never comes near. */
    static final int MAX = 100_000;

    private int used;

    /** Takes one step; false if there is none left. */
    boolean take() {
        return used++ < MAX;
    }

    int used() {
        return used;
    }
}
