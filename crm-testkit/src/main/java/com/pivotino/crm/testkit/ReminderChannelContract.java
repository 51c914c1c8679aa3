package com.pivotino.crm.testkit;

import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.calendar.EventTime;
import com.pivotino.crm.api.calendar.spi.ReminderChannel;
import com.pivotino.crm.api.calendar.spi.ReminderMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/**
 * What every {@link ReminderChannel} keeps to. Extend it in your bundle's tests:
 *
 * <pre>{@code
 * public class PagerTest extends ReminderChannelContract {
 *     protected ReminderChannel channel() { return new Pager(...); }
 *     protected Map<String, Object> properties() { return Map.of(ReminderChannel.ID, "pager"); }
 * }
 * }</pre>
 */
public abstract class ReminderChannelContract {

    /** The channel, with whatever it talks to replaced by a fake that answers at once. */
    protected abstract ReminderChannel channel();

    /** The service properties that it is registered with. */
    protected abstract Map<String, Object> properties();

    @Test
    public void its_id_is_lower_case_letters_digits_and_hyphens() {
        assertTrue(String.valueOf(properties().get(ReminderChannel.ID)).matches("[a-z][a-z0-9-]{0,39}"));
    }

    @Test
    public void it_says_what_became_of_every_message_also_of_one_that_it_knows() {
        for (ReminderMessage message : messages()) {
            assertNotNull(message.toString(), channel().deliver(message));
            assertNotNull("The same once more", channel().deliver(message));
        }
    }

    @Test
    public void it_takes_less_than_250_ms_a_message() throws Exception {
        for (ReminderMessage message : messages()) {
            PluginChecks.quick(message.toString(), () -> channel().deliver(message));
        }
    }

    /** For a user, a contact and somebody known by address only; timed, all day, of a series, and with as little as there can be. */
    private static List<ReminderMessage> messages() {
        Instant due = Instant.parse("2026-06-03T08:45:00Z");
        EventTime timed = new EventTime(LocalDateTime.parse("2026-06-03T11:00"), "Europe/Berlin", Instant.parse("2026-06-03T09:00:00Z"));
        EventTime allDay = new EventTime(LocalDate.parse("2026-06-04"), null, null);
        return List.of(
                new ReminderMessage("a".repeat(64), 1, PersonRef.user(7), null, null, 12, "2026-06-03T11:00", "Demo", "Room 4", timed, due,
                false),
                new ReminderMessage("b".repeat(64), 2, PersonRef.contact(9), null, null, 12, null, "Demo", null, allDay, due, true),
                new ReminderMessage("c".repeat(64), 3, null, "zoe@customer.example", "Zoe", 13, null, "D", null, timed, due, false));
    }
}
