package com.pivotino.crm.api.rest;

import com.pivotino.crm.api.CrmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The dates that are taken from outside: of the years 1900 to 2999, everywhere (bodies, parameters, imports). Others are typing
 * errors, and neither every database nor the contract's four-digit years know them.
 */
public final class DateRange {

    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private DateRange() {
    }

    public static boolean contains(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /**
     * The same date.
     *
     * @param name the member or parameter that is named in the refusal; empty where the caller names it
     * @throws CrmException {@code validation_failed} with the field code {@code out_of_range}
     */
    public static LocalDate require(String name, LocalDate date) {
        if (!contains(date)) {
            throw CrmException.invalid(name, "out_of_range", "A date lies between " + FIRST + " and " + LAST + ".");
        }
        return date;
    }

    /** The same instant; see {@link #require(String, LocalDate)}. */
    public static Instant require(String name, Instant instant) {
        boolean far = instant.isBefore(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant())
                || !instant.isBefore(LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        require(name, far ? LocalDate.MAX : FIRST);
        return instant;
    }

    /**
     * Reads a date such as {@code 2026-06-10}.
     *
     * @throws DateTimeException if it is none
     * @throws CrmException      if it is out of range
     */
    public static LocalDate parse(String name, String text) {
        return require(name, LocalDate.parse(text));
    }
}
