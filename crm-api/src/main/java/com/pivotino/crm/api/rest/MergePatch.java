package com.pivotino.crm.api.rest;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.api.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON merge patch (RFC 7396): members that are there are set, null empties, others stay. Every getter names its
 * member in the {@code validation_failed} that it throws for a value of the wrong kind.
 */
public final class MergePatch {

    private final Map<String, Object> members;

    /** @param members the JSON object as maps, lists, strings, numbers (BigDecimal or integers), booleans and nulls */
    public MergePatch(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Refuses members that do not exist ({@code unknown_field} 422) and those that exist but are not the caller's to set
     * ({@code forbidden} 403).
     */
    public MergePatch allowing(Set<String> writable, Set<String> readOnly) {
        for (String name : members.keySet()) {
            if (!writable.contains(name) && readOnly.contains(name)) {
                throw new CrmException(CrmException.Kind.FORBIDDEN, "forbidden", "The member " + name + " cannot be set.",
                        List.of(new FieldProblem(name, "read_only", "This cannot be set.")), Map.of(), null);
            }
            if (!writable.contains(name)) {
                throw CrmException.refused("unknown_field", "There is no member " + name + ".",
                        List.of(new FieldProblem(name, "unknown_field", "There is no such member.")));
            }
        }
        return this;
    }

    public Set<String> names() {
        return members.keySet();
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** The member as it came, or null. */
    public Object value(String name) {
        return members.get(name);
    }

    /** The text, trimmed; null if the member is null or blank. */
    public String text(String name, int maxLength) {
        String text = as(name, String.class, "a text");
        if (text != null && text.length() > maxLength) {
            throw CrmException.invalid(name, "too_long", "At most " + maxLength + " characters.");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The text, trimmed; refused if null or blank. */
    public String requiredText(String name, int maxLength) {
        String text = text(name, maxLength);
        if (text == null) {
            throw CrmException.invalid(name, "required", "This must not be empty.");
        }
        return text;
    }

    /** The text exactly as sent, for passwords; null if the member is null or not there. */
    public String exactText(String name, int maxLength) {
        String text = as(name, String.class, "a text");
        if (text != null && text.length() > maxLength) {
            throw CrmException.invalid(name, "too_long", "At most " + maxLength + " characters.");
        }
        return text;
    }

    /** The id or other whole number, or null. */
    public Long number(String name) {
        Object value = members.get(name);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value == null) {
            return null;
        }
        throw wrong(name, "a whole number");
    }

    /** The whole number within bounds, or null. */
    public Integer number(String name, int min, int max) {
        Long value = number(name);
        if (value != null && (value < min || value > max)) {
            throw CrmException.invalid(name, "out_of_range", "Between " + min + " and " + max + ".");
        }
        return value == null ? null : value.intValue();
    }

    public Boolean flag(String name) {
        return as(name, Boolean.class, "true or false");
    }

    /** The plain date, or null. */
    public LocalDate date(String name) {
        String text = as(name, String.class, "a date such as 2026-06-10");
        try {
            return text == null ? null : DateRange.parse(name, text);
        } catch (DateTimeException e) {
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", "Use a date such as 2026-06-10.",
                    List.of(new FieldProblem(name, "invalid", "Use a date such as 2026-06-10.")), Map.of(), e);
        }
    }

    /** Money as {@code {"amount": "1.50", "currency": "EUR"}}, the currency optional; or null. */
    public Money money(String name, String defaultCurrency) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> map) || !Set.of("amount", "currency").containsAll(map.keySet())
                || map.get("amount") == null) {
            throw wrong(name, "{\"amount\": \"1200.50\", \"currency\": \"EUR\"}");
        }
        try {
            Object currency = map.get("currency");
            return Money.entered(new BigDecimal(map.get("amount").toString()),
                    currency == null ? defaultCurrency : currency.toString());
        } catch (NumberFormatException e) {
            throw new CrmException(CrmException.Kind.VALIDATION, "validation_failed", "The amount is not a number.",
                    List.of(new FieldProblem(name + ".amount", "invalid", "Use a decimal such as 1200.50.")), Map.of(), e);
        }
    }

    /** A list of texts; empty if null. */
    public List<String> texts(String name) {
        List<?> values = as(name, List.class, "a list of texts");
        List<String> texts = new ArrayList<>();
        for (Object value : values == null ? List.of() : values) {
            if (!(value instanceof String text)) {
                throw wrong(name, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    /** A list of ids; empty if null. */
    public List<Long> ids(String name) {
        List<?> values = as(name, List.class, "a list of ids");
        List<Long> ids = new ArrayList<>();
        for (Object value : values == null ? List.of() : values) {
            if (!(value instanceof Integer || value instanceof Long)) {
                throw wrong(name, "a list of ids");
            }
            ids.add(((Number) value).longValue());
        }
        return ids;
    }

    /** A nested object; empty if null. */
    public Map<String, Object> object(String name) {
        Map<?, ?> value = as(name, Map.class, "an object");
        Map<String, Object> object = new LinkedHashMap<>();
        if (value != null) {
            value.forEach((key, member) -> object.put(String.valueOf(key), member));
        }
        return object;
    }

    private <T> T as(String name, Class<T> type, String wanted) {
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name, wanted);
        }
        return type.cast(value);
    }

    private static CrmException wrong(String name, String wanted) {
        return CrmException.invalid(name, "invalid", "This must be " + wanted + ".");
    }
}
