package com.pivotino.crm.imports.internal.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of a file, with the time of day if the file has one.
 *
 * @param time   or null
 * @param offset the offset from UTC that stands beside the time, or null
 */
public record Moment(LocalDate date, LocalTime time, ZoneOffset offset) {

    private static final Pattern TIME = Pattern.compile(
            "(.+?)(?:T|,? +)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)? *(?i:(am|pm))? *(Z|[+-]\\d{2}:?\\d{2})?");
    private static final LocalTime NOON = LocalTime.NOON;

    /** The moment that a text means, the date in this order; empty if it means none. */
    public static Optional<Moment> parse(String text, DateOrder order) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return order.parse(text).map(date -> new Moment(date, null, null));
        }
        try {
            LocalTime time = LocalTime.of(hour(matcher), Integer.parseInt(matcher.group(3)),
                    matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)),
                    matcher.group(5) == null ? 0 : Integer.parseInt((matcher.group(5) + "00000000").substring(0, 9)));
            ZoneOffset offset = matcher.group(7) == null ? null : ZoneOffset.of(matcher.group(7));
            return order.parse(matcher.group(1)).map(date -> new Moment(date, time, offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The instant; a plain date stands for its noon in the zone, so that it is the same day for nearly every reader. */
    public Instant in(ZoneId zone) {
        return date.atTime(time == null ? NOON : time).atZone(offset == null ? zone : offset).toInstant();
    }

    private static int hour(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group(2));
        if (matcher.group(6) == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("not an hour of a twelve hour clock");
        }
        return hour % 12 + (matcher.group(6).equalsIgnoreCase("pm") ? 12 : 0);
    }
}
