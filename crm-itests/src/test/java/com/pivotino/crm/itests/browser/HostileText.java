package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Page;
import com.pivotino.crm.itests.Rest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;

/** Text that attacks its reader: written by a colleague, read in Chromium, and not one script of it runs. */
public class HostileText extends BrowserCase {

    private static final int MANY = 10;

    private final Person person = Person.salesperson("Vera Victim");
    private final List<String> payloads = payloads();

    @Test
    public void no_payload_runs_in_the_feed_in_either_format_or_in_names() {
        assertTrue(payloads.size() + " payloads", payloads.size() >= 100);
        long id = person.opportunity("Hostile " + payloads.get(0), Map.of("description", String.join("\n", payloads.subList(0, 20)),
                "tags", payloads.subList(0, 5)));
        int posted = 0;
        for (int from = 0; from < payloads.size(); from += MANY) {
            List<String> some = payloads.subList(from, Math.min(payloads.size(), from + MANY));
            posted += post(id, "html", String.join("<hr>", some)) + post(id, "markdown", String.join("\n\n", some));
        }
        Page page = visit(person, "/api/health/live");
        page.addInitScript("window.ran = []; window.alert = window.confirm = window.prompt = function (w) { window.ran.push(String(w));"
                + " };");
        page.navigate("/opportunities/" + id);
        assertThat(page.locator("crm-entry")).hasCount(posted);
        page.evaluate("document.querySelectorAll('crm-entry *').forEach(e => ['mouseover', 'mouseenter', 'focus', 'click', 'error',"
                + " 'load', 'toggle']"
                + ".forEach(t => e.closest('button, .when, .answers') || e.tagName === 'A' || e.dispatchEvent(new Event(t))))");
        page.evaluate("document.querySelectorAll('crm-entry .rich a').forEach(a => { if (/^\\s*(javascript|data|vbscript)/i.test(a.href))"
                + " window.ran.push(a.href); })");

        assertEquals(List.of(), page.evaluate("window.ran"));
        assertEquals("What may stand in a text", 0, page.locator(
                ".rich :is(script, style, iframe, object, embed, svg, math, form, input, img, video, audio, link, meta, base, template)")
                .count());
        assertEquals("Attributes that act", 0, ((Number) page.evaluate("[...document.querySelectorAll('.rich *')].filter("
                + "e => [...e.attributes].some(a => /^on|^style$|^srcdoc$|^formaction$/i.test(a.name))).length")).intValue());
    }

    /** More than five hundred payloads, each alone in a field that colleagues read; every page that shows them. */
    @Test
    public void no_payload_runs_in_any_field_of_any_page() {
        Iterator<String> next = Stream.generate(payloads::stream).flatMap(all -> all).iterator();
        LocalDate today = LocalDate.now();
        List<String> shortOnes = payloads.stream().filter(payload -> payload.length() <= 40).toList();
        int placed = 0;
        List<Long> ids = new ArrayList<>();
        for (int i = 0; placed < 500 && i < 100; i++) {
            String tag = shortOnes.get(i % shortOnes.size());
            Rest.Reply deal = person.rest().post("/opportunities", Map.of("name", next.next(), "salespersonId", person.id(),
                    "description", next.next(), "tags", List.of(tag), "customer", Map.of("name", next.next())));
            placed += placed(deal, 4);
            placed += placed(person.rest().post("/contacts", Map.of("name", next.next(), "company", next.next())), 2);
            if (deal.status() == 201) {
                ids.add(deal.id());
                placed += placed(person.rest().post("/activities", Map.of("record", Map.of("type", "opportunity", "id", deal.id()),
                        "typeId", 1,
                        "summary", next.next(), "note", next.next(), "dueDate", today.toString(), "assigneeId", person.id())), 2);
                placed += post(deal.id(), "html", "<p>.</p>" + next.next());
                placed += placed(person.rest().post("/events", Map.of("title", next.next(), "location", next.next(), "description",
                        next.next(),
                        "start", today + "T" + String.format("%02d:00", 8 + i % 9), "end",
                        today + "T" + String.format("%02d:30", 8 + i % 9),
                        "record", Map.of("type", "opportunity", "id", deal.id()))), 3);
            }
        }
        assertTrue(placed + " payloads", placed >= 500);
        Page page = visit(person, "/api/health/live");
        page.addInitScript("window.ran = []; window.alert = window.confirm = window.prompt = function (w) { window.ran.push(String(w));"
                + " };");
        List<String> places = new ArrayList<>(List.of("/", "/opportunities", "/contacts", "/activities", "/calendar", "/reports"));
        ids.subList(0, 6).forEach(id -> places.add("/opportunities/" + id));
        for (String place : places) {
            page.navigate(place);
            settled(page);
            page.evaluate("document.querySelectorAll('main *').forEach(e => ['mouseover', 'mouseenter', 'pointerenter', 'error', 'load',"
                    + " 'toggle']"
                    + ".forEach(t => e.closest('button') || e.tagName === 'A' || e.dispatchEvent(new Event(t))))");
            assertEquals(place, List.of(), page.evaluate("window.ran"));
            assertEquals(place + ": attributes that act", 0, ((Number) page.evaluate("[...document.querySelectorAll('body *')].filter("
                    + "e => [...e.attributes].some(a => /^on|^srcdoc$|^formaction$/i.test(a.name))).length")).intValue());
        }
        page.keyboard().press("/");
        page.keyboard().type("alert");
        settled(page);
        assertEquals("search", List.of(), page.evaluate("window.ran"));
    }

    /** How many payloads stand now; what a field does not take at all is no danger. */
    private static int placed(Rest.Reply reply, int payloads) {
        assertTrue(reply.toString(), reply.status() == 201 || reply.status() == 422);
        return reply.status() == 201 ? payloads : 0;
    }

    private static void settled(Page page) {
        assertThat(page.locator("main").first()).isVisible();
        assertThat(page.locator(".skeleton")).hasCount(0);
    }

    private int post(long id, String format, String body) {
        int status = person.rest().post("/records/opportunity/" + id + "/messages", Map.of("kind", "note", "format", format, "body", body))
                .status();
        assertTrue("Posting answers " + status, status == 201 || status == 422);
        return status == 201 ? 1 : 0;
    }

    private static List<String> payloads() {
        try (InputStream in = HostileText.class.getResourceAsStream("/hostile-text.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
