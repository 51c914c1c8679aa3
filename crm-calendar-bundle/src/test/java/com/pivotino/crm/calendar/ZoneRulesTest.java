package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.mail.event.MailRequested;
import com.pivotino.crm.calendar.internal.domain.AnnouncedZoneRules;
import com.pivotino.crm.calendar.internal.reminder.ZoneRulesJob;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.Test;

/** New zone rules move what is to come, and who was invited hears of it (SEMANTICS T5). It is Wednesday 3 June 2026, 10:00 UTC. */
public class ZoneRulesTest extends OnWorld {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Event weekly(String until) {
        return world.create(world.ann(), "Demo", "2026-06-09T09:00", "2026-06-09T10:00", "Europe/Berlin", "rrule",
                "FREQ=WEEKLY" + until, "attendees", List.of(World.mail("zoe@customer.example"), World.user(World.BOB)), "reminders",
                List.of(World.remind(15, "minutes", "popup")));
    }

    /** As if the event had been made while the zone's rules were others. */
    private static void asOf(String version, String clocks) {
        sql("UPDATE cal_event SET zone_version = '" + version + "', told_clocks = " + clocks);
    }

    private static void sql(String update) {
        world.crm.acts().read(() -> world.crm.jpa("crm-calendar").txExpr(TransactionType.Required,
                em -> em.createNativeQuery(update).executeUpdate()));
    }

    private List<MailRequested> update() {
        world.told.clear();
        new ZoneRulesJob(world.transactions).run(world.crm.clock().instant());
        return world.told(MailRequested.class);
    }

    @Test
    public void T5_an_invitation_whose_instant_has_changed_is_updated_once_and_answers_stay() {
        Event event = weekly("");
        world.calendar.answer(world.bob(), event.id(), "accepted", null);
        asOf("2000a", "'Europe/Berlin +02:00'");
        List<MailRequested> mails = update();
        assertEquals("winter was not told", List.of("REQUEST"), mails.stream().map(MailRequested::calendarMethod).toList());
        assertTrue(mails.get(0).calendar(), mails.get(0).calendar().contains("SEQUENCE:1\r\n"));
        assertEquals("accepted", world.calendar.get(world.bob(), event.id(), null).myAnswer());
        assertEquals(List.of(), update());
        asOf("2000a", "told_clocks");
        assertEquals("they know these clocks by now", List.of(), update());
    }

    @Test
    public void T5_what_keeps_its_instant_is_told_to_nobody() {
        weekly(";UNTIL=20260901");
        asOf("2000a", "'Europe/Berlin +02:00'");
        assertEquals("no occurrence in winter", List.of(), update());
        world.reset();
        weekly("");
        asOf("9999z", "'Europe/Berlin +05:00'");
        assertEquals("another node knows newer rules", List.of(), update());
        world.reset();
        weekly("");
        asOf("2000a", "NULL");
        assertEquals("nobody was told by mail", List.of(), update());
    }

    @Test
    public void T5_reminders_and_bounds_follow_the_new_rules() {
        weekly("");
        sql("UPDATE cal_schedule SET next_at = TIMESTAMP '2026-06-09 05:45:00'");
        sql("UPDATE cal_event SET last_end = TIMESTAMP '2030-01-01 00:00:00'");
        sql("UPDATE cal_attendee SET last_end = TIMESTAMP '2030-01-01 00:00:00'");
        asOf("2000a", "told_clocks");
        update();
        world.tick("2026-06-09T06:30:00Z");
        assertEquals("not by the old time", List.of(), world.popups(world.ann()));
        world.tick("2026-06-09T06:45:10Z");
        assertEquals(1, world.popups(world.ann()).size());
        assertEquals(1, world.window(world.ann(), "2031-06-03T00:00:00Z", "2031-06-04T00:00:00Z").size());
    }

    @Test
    public void T5_told_clocks_are_read_as_they_were_written() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        for (String zone : List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata",
                "UTC")) {
            ZoneId id = ZoneId.of(zone);
            AnnouncedZoneRules told = AnnouncedZoneRules.parse(AnnouncedZoneRules.text(List.of(id, BERLIN), from));
            for (LocalDateTime at = LocalDateTime.parse("2026-01-02T00:15"); at.getYear() < 2030; at = at.plusHours(7)) {
                assertEquals(zone + " " + at, at.atZone(id).toInstant(), told.instant(at, id).orElseThrow());
            }
        }
    }
}
