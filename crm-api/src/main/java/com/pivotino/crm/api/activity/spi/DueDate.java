package com.pivotino.crm.api.activity.spi;

import java.time.LocalDate;
import java.util.Objects;

/**
 * When an activity is due.
 *
 * @param date        a plain date, not before the question's base
 * @param explanation one sentence for a person, at most 500 characters, or null
 */
public record DueDate(LocalDate date, String explanation) {

    public DueDate {
        Objects.requireNonNull(date, "date");
    }
}
