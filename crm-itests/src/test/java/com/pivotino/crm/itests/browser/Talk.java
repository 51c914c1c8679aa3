package com.pivotino.crm.itests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The chatter of one opportunity as a person sees it. */
record Talk(Page page) {

    Locator text() {
        return page.locator("crm-composer textarea");
    }

    Talk note() {
        Seen.button(page, "Note").click();
        return this;
    }

    Talk write(String words) {
        text().click();
        page.keyboard().type(words);
        return this;
    }

    void send() {
        page.locator("crm-composer .send").click();
    }

    Locator entry(String words) {
        return page.locator("crm-entry").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** The box of somebody to whom the message may go. */
    Locator box(String name) {
        return page.locator("crm-composer .to-line").getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(name));
    }

    Locator suggestions() {
        return page.locator("crm-composer [role=option]");
    }

    /** What the server has, newest first. */
    static List<JsonNode> entries(Person person, long opportunity, String kind) {
        List<JsonNode> entries = new ArrayList<>();
        person.rest().get("/records/opportunity/" + opportunity + "/feed?kinds=" + kind).expect(200).json().path("items")
                .forEach(entries::add);
        return entries;
    }

    /** Waits for it: what one sees sent may not have arrived yet. */
    static JsonNode posted(Person person, long opportunity, String kind) {
        Await.that("a " + kind + " is posted", Duration.ofSeconds(20), () -> !entries(person, opportunity, kind).isEmpty());
        return entries(person, opportunity, kind).get(0);
    }

    /** Names of those who were told, or of those who were left out. */
    static List<String> people(JsonNode entry, boolean told) {
        List<String> names = new ArrayList<>();
        for (JsonNode delivery : entry.path("deliveries")) {
            if (told != "skipped".equals(delivery.path("state").asText())
                    && !names.contains(delivery.path("person").path("name").asText())) {
                names.add(delivery.path("person").path("name").asText());
            }
        }
        return names;
    }
}
