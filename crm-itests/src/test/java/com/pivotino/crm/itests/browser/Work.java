package com.pivotino.crm.itests.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Activities as a person plans them, and as the server and the lists show them. */
record Work(Page page) {

    /** Plans a call for somebody; gives its id. */
    static long plan(Person by, long opportunity, String summary, LocalDate due, Map<String, ?> more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("record", Map.of("type", "opportunity", "id", opportunity),
                "typeId", type(by, "Call"), "summary", summary, "dueDate", due.toString()));
        body.putAll(more);
        return by.rest().post("/activities", body).expect(201).id();
    }

    static long plan(Person by, long opportunity, String summary, LocalDate due) {
        return plan(by, opportunity, summary, due, Map.of("assigneeId", by.id()));
    }

    static JsonNode of(Person person, long activity) {
        return person.rest().get("/activities/" + activity).expect(200).json();
    }

    /** The opportunity's activity with this summary, as the server has it; fails when there is none. */
    static JsonNode named(Person person, long opportunity, String summary) {
        for (JsonNode item : person.rest().get("/activities?limit=200&record=opportunity:" + opportunity).expect(200).json()
                .path("items")) {
            if (summary.equals(item.path("summary").asText())) {
                return item;
            }
        }
        throw new AssertionError("No activity " + summary);
    }

    static long type(Person person, String name) {
        for (JsonNode item : person.rest().get("/activity-types").expect(200).json().path("items")) {
            if (name.equals(item.path("name").asText())) {
                return item.path("id").asLong();
            }
        }
        throw new AssertionError("No type " + name);
    }

    Locator rows() {
        return page.locator(".task-row");
    }

    Locator row(String title) {
        return rows().filter(new Locator.FilterOptions().setHasText(title));
    }

    /** The menu's button; its name says the counts. */
    Locator menu() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Activities: ")));
    }
}
