package com.pivotino.crm.chatter.internal.delivery;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.directory.NotificationPreferences;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class DeliveryTimingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    public void the_daily_digest_comes_at_eight_in_the_readers_own_zone() {
        assertEquals(at("2026-06-04T06:00:00Z"), DeliveryTiming.digest(wish("daily", null, null), BERLIN, instant("2026-06-03T10:00:00Z")));
        assertEquals(at("2026-06-03T06:00:00Z"), DeliveryTiming.digest(wish("daily", null, null), BERLIN, instant("2026-06-03T05:59:59Z")));
        assertEquals(at("2026-06-04T06:00:00Z"), DeliveryTiming.digest(wish("daily", null, null), BERLIN, instant("2026-06-03T06:00:00Z")));
    }

    @Test
    public void the_hourly_digest_comes_at_the_next_full_hour() {
        assertEquals(at("2026-06-03T10:30:00Z"), DeliveryTiming.digest(wish("hourly", null, null), ZoneId.of("Asia/Kolkata"),
                instant("2026-06-03T10:10:00Z")));
        assertEquals(Optional.empty(), DeliveryTiming.digest(wish("immediate", null, null), BERLIN, instant("2026-06-03T10:10:00Z")));
        assertEquals(Optional.empty(), DeliveryTiming.digest(wish(null, null, null), BERLIN, instant("2026-06-03T10:10:00Z")));
    }

    @Test
    public void quiet_hours_may_go_over_midnight() {
        NotificationPreferences night = wish("immediate", "22:00", "07:00");
        assertEquals(at("2026-06-04T07:00:00Z"), DeliveryTiming.quietUntil(night, ZoneOffset.UTC, instant("2026-06-03T23:00:00Z")));
        assertEquals(at("2026-06-04T07:00:00Z"), DeliveryTiming.quietUntil(night, ZoneOffset.UTC, instant("2026-06-04T06:59:00Z")));
        assertEquals(Optional.empty(), DeliveryTiming.quietUntil(night, ZoneOffset.UTC, instant("2026-06-04T07:00:00Z")));
        assertEquals(Optional.empty(), DeliveryTiming.quietUntil(night, ZoneOffset.UTC, instant("2026-06-04T21:59:59Z")));
    }

    @Test
    public void quiet_hours_within_a_day_end_that_day() {
        NotificationPreferences noon = wish("immediate", "12:00", "13:30");
        assertEquals(at("2026-06-03T11:30:00Z"), DeliveryTiming.quietUntil(noon, BERLIN, instant("2026-06-03T10:00:00Z")));
        assertEquals(Optional.empty(), DeliveryTiming.quietUntil(noon, BERLIN, instant("2026-06-03T09:59:59Z")));
        assertEquals(Optional.empty(), DeliveryTiming.quietUntil(noon, BERLIN, instant("2026-06-03T11:30:00Z")));
    }

    @Test
    public void a_time_that_nobody_can_read_is_none() {
        assertEquals(Optional.empty(), DeliveryTiming.quietUntil(wish("immediate", "late", "early"), BERLIN,
                instant("2026-06-03T10:00:00Z")));
        assertEquals(Optional.empty(), DeliveryTiming.quietUntil(wish("immediate", "08:00", "08:00"), BERLIN,
                instant("2026-06-03T10:00:00Z")));
    }

    private static NotificationPreferences wish(String digest, String from, String until) {
        return new NotificationPreferences("both", Map.of(), digest, from, until);
    }

    private static Optional<Instant> at(String instant) {
        return Optional.of(instant(instant));
    }

    private static Instant instant(String text) {
        return Instant.parse(text);
    }
}
