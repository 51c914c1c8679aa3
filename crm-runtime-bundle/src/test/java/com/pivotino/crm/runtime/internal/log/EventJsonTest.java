package com.pivotino.crm.runtime.internal.log;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

public class EventJsonTest {

    @EventType("testing.Full")
    public record Full(RecordRef record, PersonRef person, Money money, Instant at, LocalDate on, List<String> tags,
            Long number) {
    }

    public record OnlySome(LocalDate on, String missing, Money money) {
    }

    private record NoType(String text) {
    }

    private final EventJson json = new EventJson();
    private final Full body = new Full(RecordRef.opportunity(7), PersonRef.user(3), new Money(new BigDecimal("1200.5"), "EUR"),
            Instant.parse("2026-06-03T10:00:00.123456Z"), LocalDate.of(2026, 6, 3), List.of("a"), null);

    @Test
    public void it_has_the_shapes_of_rest() {
        assertEquals("{\"record\":{\"type\":\"opportunity\",\"id\":7},\"person\":{\"kind\":\"user\",\"id\":3},"
                + "\"money\":{\"amount\":\"1200.50\",\"currency\":\"EUR\"},\"at\":\"2026-06-03T10:00:00.123456Z\","
                + "\"on\":\"2026-06-03\",\"tags\":[\"a\"],\"number\":null}", json.write(body));
    }

    @Test
    public void it_comes_back_as_it_was() {
        assertEquals(body, json.read(json.write(body), Full.class));
    }

    @Test
    public void unknown_members_are_ignored_and_missing_ones_null() {
        OnlySome some = json.read(json.write(body), OnlySome.class);
        assertEquals(LocalDate.of(2026, 6, 3), some.on());
        assertNull(some.missing());
        assertEquals(new BigDecimal("1200.50"), some.money().amount());
    }

    @Test
    public void the_living_body_may_be_asked_for_as_another_record() {
        LoggedEvent event = new LoggedEvent(1, head(), body, json.write(body), json);
        assertEquals(body, event.body(Full.class));
        assertEquals(LocalDate.of(2026, 6, 3), event.body(OnlySome.class).on());
    }

    @Test
    public void a_body_without_a_type_is_refused() {
        assertEquals("testing.Full", EventLog.typeOf(body));
        assertThrows(IllegalArgumentException.class, () -> EventLog.typeOf(new NoType("x")));
    }

    private static LoggedEvent.Head head() {
        return new LoggedEvent.Head("id", "testing.Full", RecordRef.opportunity(7), null, null, Instant.EPOCH, "cause", "api",
                0, 0);
    }
}
