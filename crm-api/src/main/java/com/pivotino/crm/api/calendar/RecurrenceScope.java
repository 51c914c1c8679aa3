package com.pivotino.crm.api.calendar;

import com.pivotino.crm.api.CrmException;
import java.util.Arrays;
import java.util.Locale;

/** The occurrences of a series that a change applies to (SEMANTICS E1 to E3); in JSON lower case. */
public enum RecurrenceScope {
    /** The one occurrence. */
    THIS,
    /** The occurrence and all that come after it. */
    FOLLOWING,
    /** The whole series. */
    ALL;

    /** Lower case, as in the contract. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the query parameter {@code scope}.
     *
     * @return null for null: then a single event is meant, and a change of time or rule of a series is refused
     * @throws CrmException {@code validation_failed} on {@code scope} for anything else
     */
    public static RecurrenceScope of(String key) {
        return key == null ? null : Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst()
                .orElseThrow(() -> CrmException.invalid("scope", "invalid", "One of this, following, all."));
    }
}
