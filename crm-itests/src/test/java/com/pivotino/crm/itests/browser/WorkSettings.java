package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

/** Types of activities and the settings of the workspace, in the browser. */
public class WorkSettings extends BrowserCase {

    private final String mark = Long.toString(System.nanoTime(), 36);

    @After
    public void archive_what_was_made() {
        for (JsonNode type : admin().get("/activity-types?limit=200&active=true").expect(200).json().path("items")) {
            if (type.path("name").asText().contains(mark)) {
                admin().patch("/activity-types/" + type.path("id"), Map.of("active", false)).expect(200);
            }
        }
        admin().patch("/settings", Map.of("undoSeconds", 10, "holidays", List.of())).expect(200);
    }

    @Test
    public void A9_a_type_is_added_with_what_follows_it_and_offered_when_one_schedules() {
        Person manager = Person.make("Type Manager", "manager");
        Page page = visit(manager, "/settings/activity-types");
        Seen.button(page, "Add a type").click();
        page.getByLabel("Name", exact()).fill("Site visit " + mark);
        page.getByLabel("Kind of work").selectOption("meeting");
        page.locator("[name=dueDays]").fill("2");
        page.getByLabel("Unit", exact()).selectOption("weeks");
        page.getByLabel("When one is done").selectOption("suggest");
        page.getByLabel("Call", exact()).check();
        Seen.button(page, "Add").click();
        Locator row = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Site visit " + mark));
        assertThat(row).containsText("due after 2 weeks · suggests Call");

        page.navigate("/opportunities/" + manager.opportunity("Visited"));
        Seen.button(page, "Schedule").click();
        assertThat(Seen.dialog(page)).containsText("Site visit " + mark);
        page.keyboard().press("Escape");

        page.navigate("/settings/activity-types");
        page.getByLabel("Edit Site visit " + mark).click();
        page.getByLabel("Name", exact()).fill("");
        Seen.button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        page.keyboard().press("Escape");
        page.getByLabel("Archive Site visit " + mark).click();
        assertThat(page.getByLabel("Archive Site visit " + mark)).isHidden();
        assertEquals(false, type().path("active").asBoolean());
    }

    @Test
    public void only_what_was_changed_is_saved_and_a_refusal_stands_at_its_field() {
        Page page = visit(Person.make("Work Space", "admin"), "/settings/workspace");
        Locator save = Seen.button(page.locator("crm-settings-workspace"), "Save");
        assertThat(save).isDisabled();
        page.getByLabel("Seconds in which a stage change can be taken back").fill("4000");
        save.click();
        assertThat(page.getByRole(AriaRole.ALERT).first()).isVisible();
        page.getByLabel("Seconds in which a stage change can be taken back").fill("15");
        page.getByLabel("A day off").fill("2031-12-25");
        Seen.button(page, "Add a day").click();
        save.click();
        assertThat(page.getByText("Saved.", new Page.GetByTextOptions().setExact(true))).isVisible();
        Await.that("the server has both", Duration.ofSeconds(10), () -> {
            JsonNode settings = admin().get("/settings").json();
            return settings.path("undoSeconds").asInt() == 15 && settings.path("holidays").toString().contains("2031-12-25");
        });
        page.reload();
        assertThat(page.getByLabel("Seconds in which a stage change can be taken back")).hasValue("15");
        assertThat(page.getByLabel("Take out 25 Dec 2031")).isVisible();
        assertThat(save).isDisabled();
    }

    private JsonNode type() {
        for (JsonNode type : admin().get("/activity-types?limit=200").expect(200).json().path("items")) {
            if (type.path("name").asText().contains(mark)) {
                return type;
            }
        }
        throw new AssertionError("No type " + mark);
    }
}
