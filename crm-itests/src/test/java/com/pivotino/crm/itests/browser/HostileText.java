package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
        page.addInitScript("window.ran = []; window.alert = window.confirm = window.prompt = function (w) { window.ran.push(String(w)); };");
        page.navigate("/opportunities/" + id);
        assertThat(page.locator("crm-entry")).hasCount(posted);
        page.evaluate("document.querySelectorAll('crm-entry *').forEach(e => ['mouseover', 'mouseenter', 'focus', 'click', 'error', 'load', 'toggle']"
                + ".forEach(t => e.closest('button, .when, .answers') || e.tagName === 'A' || e.dispatchEvent(new Event(t))))");
        page.evaluate("document.querySelectorAll('crm-entry .rich a').forEach(a => { if (/^\\s*(javascript|data|vbscript)/i.test(a.href)) window.ran.push(a.href); })");

        assertEquals(List.of(), page.evaluate("window.ran"));
        assertEquals("What may stand in a text", 0, page.locator(
                ".rich :is(script, style, iframe, object, embed, svg, math, form, input, img, video, audio, link, meta, base, template)").count());
        assertEquals("Attributes that act", 0, ((Number) page.evaluate("[...document.querySelectorAll('.rich *')].filter("
                + "e => [...e.attributes].some(a => /^on|^style$|^srcdoc$|^formaction$/i.test(a.name))).length")).intValue());
    }

    private int post(long id, String format, String body) {
        int status = person.rest().post("/records/opportunity/" + id + "/messages", Map.of("kind", "note", "format", format, "body", body)).status();
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
