package com.pivotino.crm.calendar.internal.recurrence;

/** How often a rule repeats, of those that this engine computes (SEMANTICS R1); RFC 5545 names. */
public enum Frequency {
    DAILY, WEEKLY, MONTHLY, YEARLY
}
