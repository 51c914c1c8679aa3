package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.FieldProblem;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The orders of the list, each made total by the id, and their cursors. */
public final class Sort {
    /** What is not known sorts before everything else. */
    private enum Field {
        id("o.id", o -> o.id(), Long::valueOf),
        name("LOWER(o.name)", o -> o.name().toLowerCase(Locale.ROOT), text -> text),
        createdAt("o.created_at", OpportunityEntity::createdAt, text -> Where.time(Instant.parse(text))),
        stageSince("o.stage_since", OpportunityEntity::stageSince, text -> Where.time(Instant.parse(text))),
        closedAt("COALESCE(o.closed_at, TIMESTAMP '1900-01-01 00:00:00')",
                o -> o.closedAt() == null ? LONG_AGO.atStartOfDay().toInstant(ZoneOffset.UTC) : o.closedAt(),
                text -> Where.time(Instant.parse(text))),
        changedAt("o.changed_at", OpportunityEntity::changedAt, text -> Where.time(Instant.parse(text))),
        /** The most urgent first, those without activity last. */
        activity("COALESCE(o.late_from, TIMESTAMP '9999-01-01 00:00:00')",
                o -> o.lateFrom() == null ? Instant.parse("9999-01-01T00:00:00Z") : o.lateFrom(),
                text -> Where.time(Instant.parse(text))),
        priority("o.priority", OpportunityEntity::priority, Integer::valueOf),
        expectedClosing("COALESCE(o.expected_closing, DATE '1900-01-01')",
                o -> o.expectedClosing() == null ? LONG_AGO : o.expectedClosing(),
                text -> java.sql.Date.valueOf(LocalDate.parse(text))),
        expectedRevenue("COALESCE(o.amount, -1)",
                o -> o.expectedRevenue() == null ? BigDecimal.ONE.negate() : o.expectedRevenue().amount(),
                BigDecimal::new);

        private final String sql;
        private final Function<OpportunityEntity, Object> value;
        private final Function<String, Object> parser;

        Field(String sql, Function<OpportunityEntity, Object> value, Function<String, Object> parser) {
            this.sql = sql;
            this.value = value;
            this.parser = parser;
        }
    }

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final Field field;
    private final boolean descending;

    private Sort(Field field, boolean descending) {
        this.field = field;
        this.descending = descending;
    }

    /** Reads {@code name} or {@code -name}; null is newest first. */
    public static Sort of(String sort) {
        if (sort == null) {
            return new Sort(Field.createdAt, true);
        }
        boolean descending = sort.startsWith("-");
        String name = descending ? sort.substring(1) : sort;
        Field field = Arrays.stream(Field.values()).filter(f -> f.name().equals(name)).findFirst()
                .orElseThrow(() -> CrmException.invalid("sort", "unknown", "Sort by one of "
                        + Arrays.stream(Field.values()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
        return new Sort(field, descending);
    }

    /** Likewise, but null is null: the board's manual order. */
    public static Sort ofBoard(String sort) {
        return sort == null ? null : of(sort);
    }

    String orderBy() {
        String direction = descending ? " DESC" : " ASC";
        return field.sql + direction + ", o.id" + direction;
    }

    void goOn(Where where, String cursor) {
        if (cursor == null) {
            return;
        }
        List<String> parts = Cursor.parse(cursor, 3);
        if (!key().equals(parts.get(0)) || parts.get(1) == null || parts.get(2) == null) {
            throw wrong("other_order", null);
        }
        try {
            Object value = field.parser.apply(parts.get(1));
            String beyond = descending ? " < ?" : " > ?";
            where.and("(" + field.sql + beyond + " OR (" + field.sql + " = ? AND o.id" + beyond + "))", value, value,
                    Long.valueOf(parts.get(2)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong("invalid", e);
        }
    }

    private static CrmException wrong(String code, Throwable cause) {
        String message = "Use the cursor of an earlier answer of the same list in the same order.";
        return new CrmException(CrmException.Kind.VALIDATION, "validation_failed", message,
                List.of(new FieldProblem("cursor", code, message)), Map.of(), cause);
    }

    /** The cursor behind a row. */
    public String cursor(OpportunityEntity last) {
        return Cursor.of(key(), field.value.apply(last), last.id());
    }

    private String key() {
        return (descending ? "-" : "") + field.name();
    }
}
