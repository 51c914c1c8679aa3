package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;

/** Plans are written in the settings and started from the popup, with a look at what they would plan. */
public class Plans extends BrowserCase {

    private final String mark = Long.toString(System.nanoTime(), 36);
    private final Person manager = Person.make("Paula Planner", "manager");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @After
    public void discard_what_was_made() {
        all().forEach(plan -> {
            admin().patch("/activity-plans/" + plan.path("id"), Map.of("active", false)).expect(200);
            admin().delete("/activity-plans/" + plan.path("id")).expect(204);
        });
    }

    @Test
    public void a_plan_is_written_refused_until_it_is_whole_and_then_edited() {
        Page page = visit(manager, "/settings/plans");
        Seen.button(page, "Add a plan").click();
        Locator form = page.locator("crm-plan-editor form");
        Seen.button(form, "Add").click();
        assertThat(form.getByRole(AriaRole.ALERT).first()).isVisible();
        form.getByLabel("Name").fill("First week " + mark);
        line(form, 1, "Call", "Hello", 0);
        Seen.button(form, "Another activity").click();
        line(form, 2, "Email", "Prices", 3);
        combo(form, "For").nth(1).selectOption("person");
        Seen.button(form, "Add").click();
        assertThat(form.getByRole(AriaRole.ALERT).first()).isVisible();
        combo(form, "For").nth(1).selectOption("salesperson");
        Seen.button(form, "Add").click();

        Locator row = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("First week " + mark));
        assertThat(row).containsText("2 activities: Call, Email");
        page.getByLabel("Edit First week " + mark).click();
        Seen.button(form, "Move activity 2 up").click();
        Seen.button(form, "Remove activity 2").click();
        form.getByLabel("Name").fill("Short week " + mark);
        Seen.button(form, "Save").click();

        assertThat(page.getByLabel("Edit Short week " + mark)).isFocused();
        JsonNode stored = all().get(0);
        assertEquals("Short week " + mark, stored.path("name").asText());
        assertEquals(1, stored.path("lines").size());
        assertEquals("Prices", stored.path("lines").path(0).path("summary").asText());
        assertEquals("salesperson", stored.path("lines").path(0).path("assignee").asText());

        page.getByLabel("Archive Short week " + mark).click();
        page.locator("details.archived summary").click();
        page.getByLabel("Delete Short week " + mark).click();
        assertThat(page.getByLabel("Delete Short week " + mark)).isHidden();
        assertEquals(List.of(), all());
    }

    @Test
    public void started_from_the_popup_it_plans_what_it_showed_before() {
        long call = Work.type(manager, "Call");
        admin().post("/activity-plans", Map.of("name", "Start " + mark, "lines", List.of(
                Map.of("typeId", call, "summary", "Say hello", "offset", 0, "unit", "days", "from", "start", "assignee", "actor"),
                Map.of("typeId", call, "summary", "Ask again", "offset", 4, "unit", "days", "from", "previous", "assignee", "actor"))))
                .expect(201);
        long id = manager.opportunity("Planned crane");
        Page page = visit(manager, "/opportunities/" + id);
        Seen.button(page, "Schedule").click();
        combo(Seen.dialog(page), "Use a plan").selectOption("Start " + mark);
        Locator told = Seen.dialog(page).locator(".plan-lines li");
        assertThat(told).hasCount(2);
        Seen.dialog(page).getByLabel("Starting on").fill(today.plusDays(1).toString());
        assertThat(told.nth(1).locator("time")).hasAttribute("datetime", today.plusDays(5).toString());
        Seen.button(Seen.dialog(page), "Start plan").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertThat(Seen.toast(page)).containsText("2 activities planned");
        assertThat(page.locator("crm-activities")).containsText("Say hello");
        assertThat(page.locator("crm-activities")).containsText("Ask again");
        assertEquals(today.plusDays(1).toString(), Work.named(manager, id, "Say hello").path("dueDate").asText());
        assertEquals(today.plusDays(5).toString(), Work.named(manager, id, "Ask again").path("dueDate").asText());
    }

    private List<JsonNode> all() {
        List<JsonNode> found = new ArrayList<>();
        admin().get("/activity-plans?limit=200").expect(200).json().path("items").forEach(plan -> {
            if (plan.path("name").asText().endsWith(mark)) {
                found.add(plan);
            }
        });
        return found;
    }

    private static void line(Locator form, int number, String type, String summary, int days) {
        Locator line = form.locator(".plan-line").nth(number - 1);
        combo(line, "Type").selectOption(type);
        line.getByLabel("Summary").fill(summary);
        line.getByLabel("How many").fill(String.valueOf(days));
    }

    private static Locator combo(Locator inside, String name) {
        return inside.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
