package com.pivotino.crm.calendar.internal.rest;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.PersonRef;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Times and people in queries. */
final class Times {

    private static final int MOST_PEOPLE = 50;

    private Times() {
    }

    /** An instant, or a date or local time in the caller's zone. */
    static Instant start(String name, String text, Actor actor) {
        if (text == null || text.isBlank()) {
            throw CrmException.invalid(name, "required", "This must not be empty.");
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(actor.zone()).toInstant();
            }
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(actor.zone()).toInstant();
        } catch (DateTimeException e) {
            String message = "Use an instant such as 2026-06-03T10:00:00Z, or a date.";
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                    List.of(new FieldProblem(name, "invalid", message)), Map.of(), e);
        }
    }

    /** {@code user:7}, separated by commas or repeated. */
    static List<PersonRef> people(List<String> values) {
        List<PersonRef> people = values.stream().flatMap(value -> Arrays.stream(value.split(","))).map(String::strip)
                .filter(text -> !text.isEmpty()).distinct().map(Times::person).toList();
        if (people.size() > MOST_PEOPLE) {
            throw CrmException.invalid("people", "too_many", "At most " + MOST_PEOPLE + " people.");
        }
        return people;
    }

    private static PersonRef person(String text) {
        if (!text.matches("(user|contact):[1-9]\\d{0,17}")) {
            throw CrmException.invalid("people", "invalid", "A person is named user:id or contact:id.");
        }
        return PersonRef.parse(text);
    }
}
