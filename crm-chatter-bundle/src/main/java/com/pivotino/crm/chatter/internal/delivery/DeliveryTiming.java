package com.pivotino.crm.chatter.internal.delivery;

import com.pivotino.crm.api.directory.NotificationPreferences;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When a user wants mail: digests and quiet hours (REST "Notification"). In the user's own zone. */
final class DeliveryTiming {

    /** When the daily digest comes. */
    static final LocalTime MORNING = LocalTime.of(8, 0);

    private DeliveryTiming() {
    }

    /** When the next digest comes, or empty for somebody who wants each thing by itself. */
    static Optional<Instant> digest(NotificationPreferences preferences, ZoneId zone, Instant now) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime next = switch (preferences.digest() == null ? "immediate" : preferences.digest()) {
            case "hourly" -> local.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            case "daily" -> local.toLocalTime().isBefore(MORNING) ? local.with(MORNING) : local.plusDays(1).with(MORNING);
            default -> null;
        };
        return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
    }

    /** When the quiet hours end that it is in now, or empty outside of them. */
    static Optional<Instant> quietUntil(NotificationPreferences preferences, ZoneId zone, Instant now) {
        Optional<LocalTime> from = time(preferences.quietFrom());
        Optional<LocalTime> until = time(preferences.quietUntil());
        if (from.isEmpty() || until.isEmpty() || from.equals(until)) {
            return Optional.empty();
        }
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overnight = from.get().isAfter(until.get());
        boolean evening = !time.isBefore(from.get());
        boolean morning = time.isBefore(until.get());
        if (overnight ? !evening && !morning : !(evening && morning)) {
            return Optional.empty();
        }
        ZonedDateTime end = local.with(until.get());
        return Optional.of((end.isAfter(local) ? end : local.plusDays(1).with(until.get())).toInstant());
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            // A preference that nobody can read is none.
            return Optional.empty();
        }
    }
}
