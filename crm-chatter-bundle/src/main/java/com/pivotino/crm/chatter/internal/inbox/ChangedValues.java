package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.chatter.internal.content.Marked;
import com.pivotino.crm.chatter.internal.content.Phrase;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Each changed field with what it was and what it is, such as "priority 0 \u2192 2"; long texts only by their name. */
final class ChangedValues {

    private static final int VALUE_CHARS = 60;
    private static final Set<String> LONG = Set.of("description", "note");

    private ChangedValues() {
    }

    static String sentence(List<FieldChange> changes) {
        return changes.stream().map(change -> LONG.contains(change.field()) ? Marked.field(change.field()) + " changed"
                : Marked.field(change.field()) + " " + Marked.english(value(change.from())) + " \u2192 "
                        + Marked.english(value(change.to())))
                .collect(Collectors.joining(", "));
    }

    static Phrase phrase(String about, List<FieldChange> changes) {
        List<Object> values = new ArrayList<>(List.of(about));
        for (FieldChange change : changes) {
            values.add(new Phrase.Word("field." + change.field()));
            if (!LONG.contains(change.field())) {
                values.add(value(change.from()));
                values.add(value(change.to()));
            }
        }
        return Phrase.of("said.values", values.toArray());
    }

    /** A display value as what it is: a day, an amount or a text. */
    private static Object value(String value) {
        if (value == null || value.isBlank()) {
            return "empty";
        }
        try {
            if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(value);
            }
            if (value.matches("-?\\d{1,30}(\\.\\d{1,10})? [A-Z]{3}")) {
                return new Money(new BigDecimal(value.substring(0, value.length() - 4)), value.substring(value.length() - 3));
            }
        } catch (DateTimeException | CrmException e) {
            return value;
        }
        return value.length() > VALUE_CHARS ? value.substring(0, VALUE_CHARS - 1) + "\u2026" : value;
    }
}
