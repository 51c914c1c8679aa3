package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** One opportunity: its fields edited in place, its activities, its end and its restoration, and the history beside it. */
public class OpportunityFlow {

    private final World world = BrowserIT.WORLD;

    @Test
    public void fields_are_edited_in_place_and_kept() {
        try (Window window = world.desk()) {
            long id = open(window, "Framework agreement", Map.of("customer", Map.of("name", "Zencorporation")));
            edit(window, "name", "Framework agreement 2027");
            edit(window, "expectedRevenue", "210.000,50");
            edit(window, "email", "buyer@zen.example");
            edit(window, "tags", "legal, q4");
            edit(window, "probability", "55");
            assertThat(window.field("probability")).containsText("manual");
            window.field("priority").getByRole(AriaRole.RADIO).nth(2).click();
            window.field("customer").getByRole(AriaRole.BUTTON).click();
            window.type("Zen Holding");
            window.page().getByText("New: Zen Holding").click();
            assertThat(window.field("customer")).containsText("Zen Holding");
            window.field("description").getByRole(AriaRole.BUTTON).click();
            window.type("Two rooms").press("Control+Enter");
            assertThat(window.field("description")).containsText("Two rooms");

            Await.that("all is stored", Duration.ofSeconds(10),
                    () -> "Two rooms".equals(stored(window, id).path("description").asText()));
            JsonNode stored = stored(window, id);
            assertEquals("Framework agreement 2027", stored.path("name").asText());
            assertEquals("210000.50", stored.path("expectedRevenue").path("amount").asText());
            assertEquals("buyer@zen.example", stored.path("email").asText());
            assertEquals(2, stored.path("tags").size());
            assertEquals(55, stored.path("probability").asInt());
            assertEquals(3, stored.path("priority").asInt());
            assertEquals("Zen Holding", stored.path("customer").path("name").asText());
        }
    }

    @Test
    public void a_refused_value_stays_in_its_field_with_the_reason() {
        try (Window window = world.desk()) {
            open(window, "Refused", Map.of());
            window.field("email").getByRole(AriaRole.BUTTON).click();
            window.type("no address").press("Enter");

            assertThat(window.field("email").getByRole(AriaRole.ALERT)).isVisible();
            assertThat(window.field("email").locator("input")).hasValue("no address");
            window.press("Escape");
            assertThat(window.field("email").getByRole(AriaRole.ALERT)).hasCount(0);
            assertThat(window.field("email")).containsText("–");
        }
    }

    @Test
    public void what_two_people_changed_is_shown_with_both_values() {
        try (Window window = world.desk()) {
            long id = open(window, "Contested", Map.of());
            window.rest().patch("/opportunities/" + id, Map.of("phone", "+49 1")).expect(200);
            window.field("phone").getByRole(AriaRole.BUTTON).click();
            window.type("+49 2").press("Enter");
            assertThat(window.field("phone")).containsText("Keep “+49 1”");
            window.button("Use mine: “+49 2”").click();

            assertThat(window.field("phone").locator(".value")).containsText("+49 2");
            Await.that("mine is stored", Duration.ofSeconds(10),
                    () -> "+49 2".equals(stored(window, id).path("phone").asText()));
        }
    }

    @Test
    public void P9_finishing_the_first_activity_moves_the_card_and_says_so() {
        try (Window window = world.desk()) {
            open(window, "First contact", Map.of());
            window.button("Done: First activity").click();
            window.type("spoke to Paul, wants an offer").press("Enter");

            assertThat(window.page().locator("[aria-current=step]")).hasText("First Activity");
            assertThat(window.toast()).containsText("First Activity");
            assertThat(window.page().locator("crm-feed")).containsText("spoke to Paul, wants an offer");
            assertThat(window.page().locator("crm-feed")).containsText("Moved New");
            assertThat(window.page().getByText("No next step.")).isVisible();
        }
    }

    @Test
    public void an_activity_is_planned_edited_and_cancelled_in_the_popup() {
        try (Window window = world.desk()) {
            open(window, "Planned", Map.of());
            window.button("Schedule").click();
            window.dialog().getByText("Call", new Locator.GetByTextOptions().setExact(true)).click();
            window.dialog().getByLabel("Summary").fill("confirm rack count");
            window.dialog().getByText("Tomorrow").click();
            window.dialog().getByLabel("Note").fill("They moved floors");
            window.dialog().getByText("Schedule", new Locator.GetByTextOptions().setExact(true)).click();
            Locator call = window.page().locator("crm-activity").filter(new Locator.FilterOptions().setHasText("Call: confirm rack count"));
            assertThat(call).containsText("They moved floors");

            call.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Edit"))).click();
            window.dialog().getByLabel("Summary").fill("count the racks again");
            window.button("Save").click();
            assertThat(window.page().locator("crm-activities")).containsText("Call: count the racks again");
            window.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit: Call: count the racks again")).click();
            window.button("Cancel activity").click();
            assertThat(window.page().locator("crm-activity")).hasCount(1);
        }
    }

    @Test
    public void P13_P16_P17_won_restored_and_lost_with_ribbon_reason_date_and_person() {
        try (Window window = world.desk()) {
            open(window, "Up and down", Map.of());
            window.button("Schedule").click();
            window.dialog().getByLabel("Summary").fill("deliver");
            window.dialog().getByText("Schedule", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(window.page().locator("crm-activity")).hasCount(2);
            window.button("Mark won").click();
            assertThat(window.dialog()).containsText("deliver");
            window.dialog().getByText("Keep them planned").click();
            window.dialog().getByText("Mark won", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(window.page().locator(".corner.won")).isVisible();
            assertThat(window.page().locator(".outcome")).containsText(Pattern.compile("Won on .* by Person"));

            window.button("Restore").click();
            assertThat(window.page().locator(".corner")).hasCount(0);
            assertThat(window.button("Mark lost")).isVisible();
            window.button("Mark lost").click();
            window.dialog().getByText("Chose a competitor").click();
            window.dialog().getByText("Mark lost", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(window.page().locator(".corner.lost")).isVisible();
            assertThat(window.page().locator(".outcome")).containsText("Chose a competitor");
            assertThat(window.page().locator("crm-activity")).hasCount(0);
            assertThat(window.page().locator("crm-feed")).containsText("Chose a competitor");
        }
    }

    @Test
    public void the_path_moves_and_neighbours_are_one_step_away() {
        try (Window window = world.desk()) {
            window.card("Next one", Map.of());
            window.card("This one", Map.of());
            window.open("/pipeline");
            window.card("This one").locator("h3 a").click();
            assertThat(window.page().locator(".crumbs")).containsText("1 of 2");
            window.page().getByLabel("Next card").click();
            assertThat(window.page().locator("h1")).containsText("Next one");
            window.button("Proposition").click();

            assertThat(window.page().locator("[aria-current=step]")).hasText("Proposition");
            assertThat(window.toast()).containsText("Moved to Proposition");
        }
    }

    @Test
    public void an_unknown_one_says_so_and_a_colleagues_is_not_shown() {
        try (Window window = world.desk(); Window other = world.desk()) {
            long id = other.card("Not yours", Map.of());
            window.open("/opportunities/" + id);

            assertThat(window.page().getByRole(AriaRole.ALERT)).isVisible();
            assertTrue(window.page().locator("h1").count() == 0 || !window.page().locator("h1").innerText().contains("Not yours"));
        }
    }

    private static long open(Window window, String name, Map<String, Object> more) {
        long id = window.card(name, more);
        window.open("/opportunities/" + id);
        assertThat(window.page().locator("h1")).containsText(name);
        assertThat(window.page().locator("crm-activity, .nothing-planned").first()).isVisible();
        return id;
    }

    private static void edit(Window window, String field, String text) {
        window.field(field).getByRole(AriaRole.BUTTON).first().click();
        assertThat(window.field(field).locator("input")).isFocused();
        window.press("Control+A").type(text);
        window.page().waitForResponse(answer -> "PATCH".equals(answer.request().method()), () -> window.press("Enter"));
        assertThat(window.field(field).locator("input")).hasCount(0);
    }

    private static JsonNode stored(Window window, long id) {
        return window.rest().get("/opportunities/" + id).expect(200).json();
    }
}
