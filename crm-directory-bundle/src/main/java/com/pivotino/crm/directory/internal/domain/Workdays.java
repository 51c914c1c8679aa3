package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.CrmException;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The days of the week as the contract writes them: {@code mo} to {@code su}. */
public final class Workdays {

    private static final List<String> ALL =
            Stream.of(DayOfWeek.values()).map(day -> day.name().substring(0, 2).toLowerCase(Locale.ROOT)).toList();

    private Workdays() {
    }

    /** These days from Monday on, each once; refused if one is no day. */
    public static List<String> of(String field, Collection<String> days) {
        if (!ALL.containsAll(days)) {
            throw CrmException.invalid(field, "invalid", "Days are " + String.join(", ", ALL) + ".");
        }
        return ALL.stream().filter(days::contains).toList();
    }
}
