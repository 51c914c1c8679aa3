package com.pivotino.crm.activity.internal.domain;

import java.time.LocalDate;

/**
 * A due date and why.
 *
 * @param inputs what it was computed from, or null if a person chose it
 */
public record Due(LocalDate date, DueInputs inputs) {

    /** A date that a person chose. */
    public static Due chosen(LocalDate date) {
        return new Due(date, null);
    }
}
