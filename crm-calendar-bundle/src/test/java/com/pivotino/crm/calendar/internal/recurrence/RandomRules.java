package com.pivotino.crm.calendar.internal.recurrence;

import com.pivotino.crm.api.CrmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes random series of the kinds that SEMANTICS R1 lists, in 40 zones, the same ones for the same seed. */
final class RandomRules {

    /** All kinds of clock changes: north and south, half an hour, at midnight, none, abolished, by decree. */
    static final List<ZoneId> ZONES = List.of("UTC", "Europe/Berlin", "Europe/London", "Europe/Dublin", "Europe/Lisbon",
            "Europe/Moscow", "Europe/Istanbul", "Europe/Chisinau", "Atlantic/Azores", "Africa/Cairo", "Africa/Casablanca",
            "Africa/Johannesburg", "Africa/Lagos", "Asia/Beirut", "Asia/Jerusalem", "Asia/Gaza", "Asia/Tehran", "Asia/Dubai",
            "Asia/Kolkata", "Asia/Kathmandu", "Asia/Shanghai", "Asia/Tokyo", "Asia/Manila", "Australia/Sydney",
            "Australia/Adelaide", "Australia/Lord_Howe", "Australia/Perth", "Pacific/Auckland", "Pacific/Chatham",
            "Pacific/Kiritimati", "Pacific/Midway", "Pacific/Honolulu", "America/New_York", "America/Chicago",
            "America/Los_Angeles", "America/St_Johns", "America/Havana", "America/Santiago", "America/Asuncion",
            "America/Sao_Paulo").stream().map(ZoneId::of).toList();
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** The next one that is not refused (SEMANTICS R2). */
    Series next() {
        LocalDateTime start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_100)).atTime(random.nextInt(24), 15 * random.nextInt(4));
        if (random.nextBoolean()) {
            // Clocks change at night.
            start = start.withHour(random.nextInt(4));
        }
        TimeSlot slot = random.nextInt(8) == 0 ? TimeSlot.allDay(start.toLocalDate(), start.toLocalDate().plusDays(1))
                : TimeSlot.timed(start, start.plusMinutes(30), ZONES.get(random.nextInt(ZONES.size())));
        try {
            return Series.starting(slot, rule(start.toLocalDate()), Map.of());
        } catch (CrmException e) {
            return next();
        }
    }

    private String rule(LocalDate start) {
        String rule = switch (random.nextInt(4)) {
            case 0 -> "FREQ=DAILY" + sometimes(4, ";BYDAY=" + days()) + sometimes(6, ";BYMONTH=" + numbers(3, 12));
            case 1 -> "FREQ=WEEKLY" + sometimes(2, ";BYDAY=" + days()) + sometimes(8, ";BYMONTH=" + numbers(4, 12));
            case 2 -> "FREQ=MONTHLY" + ofMonth() + sometimes(8, ";BYMONTH=" + numbers(5, 12));
            default -> "FREQ=YEARLY" + ofYear();
        };
        rule += sometimes(2, ";INTERVAL=" + (1 + random.nextInt(5))) + sometimes(3, ";WKST=" + DAYS.get(random.nextInt(7)));
        return rule + switch (random.nextInt(4)) {
            case 0 -> ";COUNT=" + (1 + random.nextInt(40));
            case 1 -> ";UNTIL=" + start.plusDays(random.nextInt(900)).toString().replace("-", "");
            default -> "";
        };
    }

    private String ofMonth() {
        return switch (random.nextInt(6)) {
            case 0 -> ";BYMONTHDAY=" + numbers(3, 31);
            case 1 -> ";BYMONTHDAY=-1";
            case 2 -> ";BYDAY=" + ordinal() + DAYS.get(random.nextInt(7));
            case 3 -> ";BYDAY=" + days() + ";BYSETPOS=" + (random.nextBoolean() ? -1 : 1 + random.nextInt(3));
            case 4 -> ";BYDAY=" + days();
            default -> "";
        };
    }

    private String ofYear() {
        return switch (random.nextInt(5)) {
            case 0 -> ";BYMONTH=" + numbers(3, 12) + ";BYMONTHDAY=" + numbers(2, 31);
            case 1 -> ";BYMONTH=" + numbers(3, 12) + ";BYDAY=" + ordinal() + DAYS.get(random.nextInt(7));
            case 2 -> ";BYMONTH=" + numbers(2, 12);
            case 3 -> ";BYMONTH=" + numbers(2, 12) + ";BYDAY=" + days() + ";BYSETPOS=" + (random.nextBoolean() ? -1 : 2);
            default -> "";
        };
    }

    private String sometimes(int oneOf, String text) {
        return random.nextInt(oneOf) == 0 ? text : "";
    }

    private String ordinal() {
        return String.valueOf(random.nextInt(6) == 0 ? -1 : 1 + random.nextInt(5));
    }

    private String days() {
        return some(4, 7, index -> index).stream().map(index -> DAYS.get(index)).collect(Collectors.joining(","));
    }

    private String numbers(int most, int max) {
        return some(most, max, index -> index + 1).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private TreeSet<Integer> some(int most, int below, IntUnaryOperator value) {
        return IntStream.rangeClosed(0, random.nextInt(most)).map(i -> value.applyAsInt(random.nextInt(below))).boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
