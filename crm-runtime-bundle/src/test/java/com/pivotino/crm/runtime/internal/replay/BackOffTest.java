package com.pivotino.crm.runtime.internal.replay;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.Test;

public class BackOffTest {

    @Test
    public void it_is_1s_10s_1min_10min_1h_then_never() {
        Instant now = Instant.parse("2026-06-03T10:00:00Z");
        List<Integer> seconds = List.of(1, 10, 60, 600, 3600);
        for (int i = 0; i < seconds.size(); i++) {
            assertEquals(now.plusSeconds(seconds.get(i)), BackOff.next(i + 1, now));
        }
        assertNull(BackOff.next(6, now));
    }
}
