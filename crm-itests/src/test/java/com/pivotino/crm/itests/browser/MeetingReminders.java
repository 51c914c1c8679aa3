package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Reminders as popups: in every window, gone from all when one is dismissed, again after a snooze, by the browser on request. */
public class MeetingReminders extends BrowserCase {

    private static final Duration SOON = Duration.ofSeconds(20);
    private final Person person = Person.salesperson("Rita Reminded");

    @Test
    public void N5_a_popup_stands_in_every_window_and_dismissed_in_one_it_is_gone_from_all() {
        Page one = visit(person, "/pipeline");
        Page two = visit(person, "/contacts");
        meetingSoon("Framework agreement");
        assertThat(popup(one, "Framework agreement")).isVisible();
        assertThat(popup(two, "Framework agreement")).isVisible();
        Seen.button(two, "Dismiss the reminder of Framework agreement").click();
        assertThat(popup(two, "Framework agreement")).hasCount(0);
        assertThat(popup(one, "Framework agreement")).hasCount(0);
        one.reload();
        assertThat(one.locator("crm-reminders")).isAttached();
        Await.that("the server has it", SOON, () -> pending().isEmpty());
        assertThat(popup(one, "Framework agreement")).hasCount(0);
    }

    @Test
    public void N5_snoozed_in_one_window_it_is_gone_from_all_and_comes_again_later() {
        meetingSoon("Site visit");
        Page one = visit(person, "/pipeline");
        Page two = visit(person, "/day");
        assertThat(popup(two, "Site visit")).isVisible();
        Seen.button(popup(one, "Site visit"), "10 min").click();
        assertThat(popup(one, "Site visit")).hasCount(0);
        assertThat(popup(two, "Site visit")).hasCount(0);
        Await.that("it is asked for again in ten minutes", SOON, () -> {
            JsonNode rows = person.rest().get("/reminders?state=pending&state=delivered").expect(200).json().path("items");
            long minutes = rows.isEmpty() ? 0 : ChronoUnit.SECONDS.between(Instant.now(),
                    Instant.parse(rows.get(0).path("fireAt").asText())) / 60;
            return minutes >= 8 && minutes <= 10;
        });
    }

    @Test
    public void a_popup_leads_to_its_meeting() {
        meetingSoon("Offer talk");
        Page page = visit(person, "/pipeline");
        Seen.button(popup(page, "Offer talk"), "Offer talk").click();
        assertThat(page.locator(".event-open", new Page.LocatorOptions().setHasText("Offer talk"))).isVisible();
    }

    @Test
    public void the_browser_shows_reminders_on_request_and_only_then() {
        Page page = visit(person, "/api/health/live");
        page.addInitScript("window.shownByTheBrowser = []; window.Notification = class { constructor(title) {"
                + " shownByTheBrowser.push(title); }"
                + " static permission = 'default'; static requestPermission() { Notification.permission = 'granted';"
                + " return Promise.resolve('granted'); } };"
                + " Object.defineProperty(document, 'visibilityState', {get: () => window.away ? 'hidden' : 'visible'});"
                + " Object.defineProperty(document, 'hidden', {get: () => !!window.away});");
        page.navigate("/settings/calendar");
        Seen.button(page, "Show reminders outside this window").click();
        assertThat(page.getByText("This browser shows reminders")).isVisible();
        page.evaluate("window.away = true");
        meetingSoon("Harbour walk");
        assertThat(popup(page, "Harbour walk")).isVisible();
        assertEquals(List.of("Harbour walk"), page.evaluate("shownByTheBrowser"));
    }

    private void meetingSoon(String title) {
        var start = Instant.now().plus(9, ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        person.rest().post("/events", Map.of("title", title, "start", start.toString(), "end", start.plusMinutes(30).toString(), "zone",
                "UTC",
                "reminders", List.of(Map.of("offset", 10, "unit", "minutes", "channel", "popup")))).expect(201);
    }

    private JsonNode pending() {
        return person.rest().get("/reminders").expect(200).json().path("items");
    }

    private static Locator popup(Page page, String title) {
        return page.locator("crm-reminders .reminder", new Page.LocatorOptions().setHasText(title));
    }
}
