package com.pivotino.crm.calendar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.Attendee;
import com.pivotino.crm.api.calendar.Event;
import com.pivotino.crm.api.mail.event.CalendarMailReceived;
import com.pivotino.crm.api.mail.event.MailRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;

/** Invitations by mail and answers to them (SEMANTICS I1, I2). It is Wednesday 3 June 2026, 10:00 UTC. */
public class InvitationTest extends OnWorld {

    private static final String ZOE = "zoe@customer.example";

    private Event invite(Object... more) {
        Object[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "attendees";
        all[more.length + 1] = List.of(World.user(World.BOB), World.mail(ZOE), Map.of("kind", "contact", "id", (int) World.CARL));
        return world.create(world.ann(), "Demo", "2026-06-09T09:00", "2026-06-09T10:00", "Europe/Berlin", all);
    }

    private List<MailRequested> mails() {
        List<MailRequested> mails = world.told(MailRequested.class);
        world.told.clear();
        return mails;
    }

    private static String line(MailRequested mail, String name) {
        return mail.calendar().replace("\r\n ", "").lines().filter(line -> line.matches(name + "[:;].*")).findFirst().orElse("");
    }

    private static String token(MailRequested mail) {
        return mail.text().substring(mail.text().lastIndexOf('/') + 1);
    }

    @Test
    public void I2_people_outside_get_a_request_and_colleagues_are_told_in_the_app() {
        Event event = invite("rrule", "FREQ=WEEKLY", "location", "Room 4");
        List<MailRequested> mails = mails();
        assertEquals(List.of(ZOE, "contact:" + World.CARL),
                mails.stream().map(mail -> mail.email() != null ? mail.email() : mail.person().toString()).toList());
        MailRequested mail = mails.get(0);
        assertEquals("REQUEST", mail.calendarMethod());
        assertTrue(mail.calendar(), mail.calendar().contains("METHOD:REQUEST\r\n"));
        assertTrue(mail.calendar(), mail.calendar().contains("BEGIN:VTIMEZONE"));
        assertTrue(mail.calendar(), mail.calendar().contains("RRULE:FREQ=WEEKLY\r\n"));
        assertEquals("SEQUENCE:0", line(mail, "SEQUENCE"));
        assertTrue(line(mail, "ORGANIZER"), line(mail, "ORGANIZER").contains("ann@example.com"));
        assertTrue(mail.calendar(), mail.calendar().replace("\r\n ", "").contains("PARTSTAT=NEEDS-ACTION"));
        assertTrue(mail.text(), mail.text().contains("https://crm.example/calendar/answers/"));
        assertTrue(event.id() > 0);
    }

    @Test
    public void I2_a_time_change_is_a_request_with_the_next_sequence_and_the_same_uid() {
        Event event = invite();
        String uid = line(mails().get(0), "UID");
        world.edit(world.ann(), event.id(), World.single(), "start", "2026-06-09T11:00", "end", "2026-06-09T12:00");
        List<MailRequested> mails = mails();
        assertEquals(2, mails.size());
        assertEquals("SEQUENCE:1", line(mails.get(0), "SEQUENCE"));
        assertEquals(uid, line(mails.get(0), "UID"));
        assertTrue(mails.get(0).subject(), mails.get(0).subject().startsWith("Updated invitation: "));
        world.edit(world.ann(), event.id(), World.single(), "showAs", "free");
        assertEquals("nothing that others see", List.of(), mails());
    }

    @Test
    public void I2_a_removal_is_a_cancel_to_the_removed_only_and_an_addition_a_request_to_the_added_only() {
        Event event = invite();
        mails();
        world.edit(world.ann(), event.id(), World.single(), "attendees", List.of(World.user(World.BOB), World.mail(ZOE),
                World.mail("max@customer.example")));
        List<MailRequested> mails = mails();
        assertEquals(List.of("CANCEL", "REQUEST"), mails.stream().map(MailRequested::calendarMethod).toList());
        assertEquals("contact:" + World.CARL, mails.get(0).person().toString());
        assertFalse(mails.get(0).calendar(), mails.get(0).calendar().contains("STATUS:CANCELLED") && mails.get(0).calendar().contains(ZOE));
        assertEquals("max@customer.example", mails.get(1).email());
        world.calendar.delete(Call.of(world.ann()), event.id(), World.single());
        assertEquals(List.of("CANCEL", "CANCEL"), mails().stream().map(MailRequested::calendarMethod).toList());
    }

    @Test
    public void I2_nobody_hears_of_a_cancel_before_a_request() {
        Event event = invite("rrule", "FREQ=WEEKLY");
        List<String> told = new ArrayList<>();
        world.invitations.answer(token(world.told(MailRequested.class).get(0)), "declined", "2026-06-16T09:00");
        world.edit(world.ann(), event.id(), World.one("2026-06-16T09:00"), "attendees",
                List.of(World.user(World.BOB), World.mail("max@customer.example")));
        world.edit(world.ann(), event.id(), World.all(), "attendees", List.of(World.mail("kim@customer.example")));
        world.edit(world.ann(), event.id(), World.all(), "start", "2026-06-09T11:00", "end", "2026-06-09T12:00");
        world.calendar.delete(Call.of(world.ann()), event.id(), World.all());
        for (MailRequested mail : mails()) {
            String to = mail.email() == null ? mail.person().toString() : mail.email();
            assertTrue(mail.calendarMethod() + " to " + to + " after " + told,
                    "REQUEST".equals(mail.calendarMethod()) || told.contains("REQUEST " + to));
            told.add(mail.calendarMethod() + " " + to);
        }
        assertEquals("of the occurrence that she had answered, and of the rest", 2,
                told.stream().filter(("CANCEL " + ZOE)::equals).count());
        assertTrue(told.toString(), told.contains("CANCEL max@customer.example") && told.contains("CANCEL kim@customer.example"));
        assertFalse("who leads it is told nothing", told.toString().contains("ann@"));
    }

    @Test
    public void I2_a_guest_of_one_occurrence_is_told_what_becomes_of_it() {
        Event event = invite("rrule", "FREQ=WEEKLY");
        world.edit(world.ann(), event.id(), World.one("2026-06-16T09:00"), "attendees",
                List.of(World.user(World.BOB), World.mail("max@customer.example")));
        mails();
        world.edit(world.ann(), event.id(), World.all(), "start", "2026-06-09T11:00", "end", "2026-06-09T12:00");
        assertEquals(List.of("CANCEL 20260616T090000", "REQUEST 20260616T110000"), toMax());
        world.edit(world.ann(), event.id(), World.all(), "location", "Room 4");
        assertEquals(List.of("REQUEST 20260616T110000"), toMax());
        world.edit(world.ann(), event.id(), World.following("2026-06-16T11:00"), "location", "Room 5");
        assertEquals("another series has another UID", List.of("CANCEL 20260616T110000", "REQUEST 20260616T110000"), toMax());
        long later = world.window(world.ann(), "2026-06-16T00:00:00Z", "2026-06-17T00:00:00Z").get(0).eventId();
        world.calendar.delete(Call.of(world.ann()), later, World.all());
        assertEquals(List.of("CANCEL 20260616T110000"), toMax());
    }

    private List<String> toMax() {
        return mails().stream().filter(mail -> "max@customer.example".equals(mail.email()))
                .map(mail -> mail.calendarMethod() + " " + line(mail, "RECURRENCE-ID").replaceAll(".*:", "")).toList();
    }

    @Test
    public void R10_the_rule_is_one_sentence_in_the_readers_language() {
        world.language(World.ANN, "de-DE");
        world.create(world.ann(), "Demo", "2026-06-09T09:00", "2026-06-09T10:00", "Europe/Berlin", "rrule", "FREQ=WEEKLY;INTERVAL=2",
                "attendees", List.of(World.mail(ZOE)));
        MailRequested mail = mails().get(0);
        assertEquals("Einladung: Demo, Dienstag, 9. Juni 2026, 09:00 (Europe/Berlin)", mail.subject());
        assertTrue(mail.text(), mail.text().contains("\nAlle 2 Wochen am Dienstag\n") && mail.text().contains("Kommen Sie?"));
        world.language(World.ANN, "ja");
        world.create(world.ann(), "Demo", "2026-06-09T09:00", "2026-06-09T10:00", "Europe/Berlin", "rrule", "FREQ=WEEKLY",
                "attendees", List.of(World.mail(ZOE)));
        mail = mails().get(0);
        assertEquals("Invitation: Demo, Tuesday, 9 June 2026, 09:00 (Europe/Berlin)", mail.subject());
        assertTrue(mail.text(), mail.text().contains("\nEvery week on Tuesday\n"));
        assertEquals("Toutes les semaines, le mardi", world.invitations.show(token(mail), Locale.FRANCE).sentence());
    }

    @Test
    public void I1_what_is_over_is_told_to_nobody() {
        world.create(world.ann(), "Held", "2026-06-01T09:00", "2026-06-01T10:00", "UTC", "attendees", List.of(World.mail(ZOE)));
        assertEquals(List.of(), mails());
    }

    @Test
    public void one_occurrence_moved_or_deleted_is_told_with_its_recurrence_id() {
        Event event = invite("rrule", "FREQ=WEEKLY");
        mails();
        world.edit(world.ann(), event.id(), World.one("2026-06-16T09:00"), "start", "2026-06-17T09:00", "end", "2026-06-17T10:00");
        assertTrue(line(mails().get(0), "RECURRENCE-ID").endsWith("20260616T090000"));
        world.calendar.delete(Call.of(world.ann()), event.id(), World.one("2026-06-23T09:00"));
        MailRequested mail = mails().get(0);
        assertEquals("CANCEL", mail.calendarMethod());
        assertTrue(line(mail, "RECURRENCE-ID").endsWith("20260623T090000"));
    }

    @Test
    public void I2_the_signed_link_answers_for_all_or_one_and_for_nobody_else() {
        Event event = invite("rrule", "FREQ=WEEKLY");
        String token = token(mails().get(0));
        assertEquals("needs-action", world.invitations.show(token).answer());
        assertEquals("Ann", world.invitations.show(token).organizer());
        assertEquals("accepted", world.invitations.answer(token, "accepted", null).answer());
        world.invitations.answer(token, "declined", "2026-06-16T09:00");
        assertEquals("accepted", answer(event, ZOE, null));
        assertEquals("declined", answer(event, ZOE, "2026-06-16T09:00"));
        for (String wrong : List.of("1-aaaaaaaaaaaaaaaaaaaaaa", token.replaceFirst("\\d+", "1"), "x", token + "a")) {
            assertEquals("not_found", assertThrows(CrmException.class, () -> world.invitations.show(wrong)).code());
        }
        world.calendar.delete(Call.of(world.ann()), event.id(), World.all());
        assertThrows(CrmException.class, () -> world.invitations.answer(token, "accepted", null));
    }

    @Test
    public void I2_a_reply_by_mail_answers_if_its_sender_was_invited() {
        Event event = invite("rrule", "FREQ=WEEKLY");
        String uid = line(mails().get(0), "UID").substring(4);
        reply(ZOE, uid, 0, "ACCEPTED", null);
        assertEquals("accepted", answer(event, ZOE, null));
        reply(ZOE, uid, 0, "DECLINED", "TZID=Europe/Berlin:20260616T090000");
        assertEquals("declined", answer(event, ZOE, "2026-06-16T09:00"));
        assertEquals("accepted", answer(event, ZOE, "2026-06-23T09:00"));
        mallory(uid);
        assertEquals("somebody else's mail", "accepted", answer(event, ZOE, null));
        world.edit(world.ann(), event.id(), World.all(), "start", "2026-06-09T11:00", "end", "2026-06-09T12:00");
        reply(ZOE, uid, 0, "ACCEPTED", null);
        assertEquals("an answer to the old time", "needs-action", answer(event, ZOE, null));
        reply(ZOE, uid, 1, "TENTATIVE", null);
        assertEquals("tentative", answer(event, ZOE, null));
    }

    private void reply(String from, String uid, int sequence, String partStat, String recurrenceId) {
        receive(from, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\nSEQUENCE:" + sequence
                + (recurrenceId == null ? "" : "\r\nRECURRENCE-ID;" + recurrenceId) + "\r\nDTSTAMP:20260603T100000Z\r\nATTENDEE;PARTSTAT="
                + partStat + ":mailto:" + ZOE + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    private void mallory(String uid) {
        receive("mallory@customer.example", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:" + uid
                + "\r\nSEQUENCE:0\r\nATTENDEE;PARTSTAT=DECLINED:mailto:" + ZOE + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        receive(ZOE, "no calendar at all");
    }

    private void receive(String from, String calendar) {
        world.publish(new RecordRef("mail", 1), new CalendarMailReceived(from, "REPLY", calendar));
        world.crm.deliverAll();
    }

    private String answer(Event event, String email, String recurrenceId) {
        return world.calendar.get(world.ann(), event.id(), recurrenceId).attendees().stream().filter(one -> email.equals(one.email()))
                .map(Attendee::answer).findFirst().orElse(null);
    }
}
