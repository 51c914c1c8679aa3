package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.calendar.CalendarFeed;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.calendar.ImportReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.Test;

/** Calendars for other programs and from them (SEMANTICS I3, I5). */
public class FeedTest extends OnWorld {

    private static String secret(CalendarFeed feed) {
        return feed.url().replaceAll(".*/|\\.ics$", "");
    }

    private String text(CalendarFeed feed) {
        return world.feeds.read(secret(feed)).calendar().replace("\r\n ", "");
    }

    @Test
    public void I3_a_feed_is_read_by_its_secret_alone_until_it_is_revoked() {
        CalendarFeed feed = world.feeds.create(world.ann(), "private", null);
        Event event = world.create(world.ann(), "Demo", "2026-06-09T09:00", "2026-06-09T10:00", "Europe/Berlin", "rrule", "FREQ=WEEKLY");
        assertTrue(text(feed), text(feed).contains("SUMMARY:Demo") && text(feed).contains("RRULE:FREQ=WEEKLY"));
        String etag = world.feeds.read(secret(feed)).etag();
        assertEquals("unchanged", etag, world.feeds.read(secret(feed)).etag());
        world.edit(world.ann(), event.id(), World.all(), "title", "Show");
        assertNotEquals(etag, world.feeds.read(secret(feed)).etag());
        assertNull("the address is shown once", world.feeds.list(world.ann(), ListQuery.first(10)).items().get(0).url());
        assertThrows(CrmException.class, () -> world.feeds.delete(world.bob(), feed.id()));
        world.feeds.delete(world.ann(), feed.id());
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.feeds.read(secret(feed))).code());
    }

    @Test
    public void I3_cancelled_events_are_told_for_sixty_days() {
        CalendarFeed feed = world.feeds.create(world.ann(), "private", null);
        Event event = world.create(world.ann(), "Demo", "2026-06-09T09:00", "2026-06-09T10:00", "UTC");
        world.calendar.delete(Call.of(world.ann()), event.id(), World.single());
        assertTrue(text(feed), text(feed).contains("STATUS:CANCELLED"));
        world.crm.clock().set(Instant.parse("2026-08-04T10:00:00Z"));
        assertFalse(text(feed), text(feed).contains("Demo"));
    }

    @Test
    public void I5_busy_feeds_and_others_private_events_say_nothing() {
        world.create(world.ann(), "Doctor", "2026-06-09T09:00", "2026-06-09T10:00", "UTC", "privacy", "private", "location", "Clinic");
        world.create(world.ann(), "Open day", "2026-06-10T09:00", "2026-06-10T10:00", "UTC", "showAs", "free");
        String busy = text(world.feeds.create(world.ann(), "busy", null));
        assertTrue(busy, busy.contains("SUMMARY:Busy"));
        assertFalse(busy, busy.matches("(?s).*(Doctor|Clinic|Open day|ann@).*"));
        String team = text(world.feeds.create(world.bob(), "team", 50L));
        assertTrue(team, team.contains("SUMMARY:Busy") && team.contains("SUMMARY:Open day"));
        assertFalse(team, team.matches("(?s).*(Doctor|Clinic).*"));
        assertTrue(text(world.feeds.create(world.ann(), "team", 50L)).contains("Doctor"));
        assertEquals("not_found", assertThrows(CrmException.class, () -> world.feeds.create(world.eve(), "team", 50L)).code());
        assertEquals("kind", assertThrows(CrmException.class, () -> world.feeds.create(world.eve(), "all", null)).fields().get(0).field());
    }

    @Test
    public void an_imported_calendar_is_there_once_and_updated_by_its_uid() {
        String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:one@elsewhere\r\nDTSTAMP:20260601T000000Z\r\n"
                + "DTSTART;VALUE=DATE:20260610\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:two@elsewhere\r\n"
                + "DTSTAMP:20260601T000000Z\r\nDTSTART:20260611T090000Z\r\nDTEND:20260611T100000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
                + "SUMMARY:Course\r\nORGANIZER:mailto:tea@school.example\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.com\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        assertEquals(new ImportReport(2, 0, 0, List.of()), take(world.ann(), file));
        assertEquals("one day without DTEND", List.of("2026-06-10", "2026-06-11T09:00", "2026-06-12T09:00"),
                world.starts(world.ann(), "2026-06-01T00:00:00Z", "2026-06-20T00:00:00Z"));
        assertEquals("2026-06-11", world.window(world.ann(), "2026-06-01T00:00:00Z", "2026-06-20T00:00:00Z").get(0).end().local()
                .toString());
        assertEquals(new ImportReport(0, 0, 2, List.of()), take(world.ann(), file));
        assertEquals(new ImportReport(0, 1, 1, List.of()), take(world.ann(), file.replace("SUMMARY:Fair", "SUMMARY:Fair in Ghent")));
        assertEquals("Fair in Ghent", world.window(world.ann(), "2026-06-01T00:00:00Z", "2026-06-20T00:00:00Z").get(0).title());
        assertEquals("another's calendar is another's", new ImportReport(2, 0, 0, List.of()), take(world.bob(), file));
        assertTrue("nobody is invited", world.told.stream().noneMatch(event -> event.type().startsWith("mail.")));
        assertThrows(CrmException.class, () -> take(world.ann(), "no calendar"));
    }

    private ImportReport take(Actor who, String file) {
        return world.feeds.importCalendar(who, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }
}
