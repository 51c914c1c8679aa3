package com.pivotino.crm.api.pipeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key under which an opportunity without one leaves by an export: its id with the instant at which it was made, which
 * tells it from any other of that id elsewhere. In another database it becomes the key; here it finds the opportunity.
 */
public record ExportKey(long id, Instant createdAt) {
    private static final Pattern SHAPE = Pattern.compile("crm:(\\d{1,18}):(.{10,40})");

    /** The key that names an opportunity in files. */
    public static String of(Opportunity opportunity) {
        return opportunity.externalId() != null ? opportunity.externalId()
                : new ExportKey(opportunity.id(), opportunity.createdAt()).text();
    }

    /** The key of that shape; empty for every other text. */
    public static Optional<ExportKey> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        try {
            return matcher.matches() ? Optional.of(new ExportKey(Long.parseLong(matcher.group(1)), Instant.parse(matcher.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As it stands in files: {@code crm:}, the id, a colon, the instant as ISO 8601. */
    public String text() {
        return "crm:" + id + ":" + createdAt;
    }
}
