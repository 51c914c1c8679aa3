package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import org.junit.Test;

/** Cards moved by mouse and by finger: what shows at once, what the server makes of it, and what it refuses. */
public class DragFlow {

    private final World world = BrowserIT.WORLD;

    @Test
    public void P10_a_card_dragged_out_of_New_is_moved_and_its_first_activity_done() {
        try (Window window = world.desk()) {
            long id = window.card("Forty seats", Map.of());
            window.open("/pipeline").hold("Forty seats", "Qualified", 150).drop();

            window.shows("Qualified", "Forty seats");
            assertThat(window.toast()).containsText("Moved to Qualified");
            assertThat(window.toast()).containsText("First activity");
            assertEquals("Qualified", window.rest().get("/opportunities/" + id).json().path("stage").path("name").asText());
            window.page().reload();
            window.shows("Qualified", "Forty seats");
        }
    }

    @Test
    public void P6_a_card_stays_where_among_the_others_it_was_dropped() {
        try (Window window = world.desk()) {
            window.card("Third", Map.of());
            window.card("Second", Map.of());
            window.card("First", Map.of());
            window.open("/pipeline");
            double third = window.card("Third").boundingBox().y - window.column("New").boundingBox().y;
            window.hold("First", "New", third + 5).drop();

            window.shows("New", "Second", "First", "Third");
            assertThat(window.page().locator(".card-ghost")).hasCount(0);
            assertThat(window.page().locator("crm-live")).containsText("picked up");
            window.page().waitForResponse(answer -> answer.url().contains("/board"), () -> window.page().reload());
            window.shows("New", "Second", "First", "Third");
        }
    }

    @Test
    public void escape_puts_the_card_back_and_sends_nothing() {
        try (Window window = world.desk()) {
            window.card("Below", Map.of());
            long id = window.card("Held", Map.of());
            window.open("/pipeline").hold("Held", "Proposition", 150).press("Escape").drop();

            window.shows("New", "Held", "Below");
            assertEquals(1, window.rest().get("/opportunities/" + id).json().path("version").asInt());
        }
    }

    @Test
    public void P14_a_dismissed_loss_puts_the_card_back_exactly_and_a_given_one_keeps_reason_and_note() {
        try (Window window = world.desk()) {
            window.card("Below", Map.of());
            long id = window.card("Going", Map.of());
            window.card("Above", Map.of());
            window.open("/pipeline").hold("Going", "Lost", 200).drop();
            assertThat(window.dialog()).containsText("Why was “Going” lost?");
            window.press("Escape");
            assertThat(window.dialog()).hasCount(0);
            window.shows("New", "Above", "Going", "Below");

            window.hold("Going", "Lost", 200).drop();
            window.button("Mark lost").click();
            assertThat(window.dialog()).containsText("Pick a reason first.");
            window.dialog().getByText("Other", new Locator.GetByTextOptions().setExact(true)).click();
            window.button("Mark lost").click();
            assertThat(window.dialog()).containsText("This reason needs a note.");
            window.dialog().locator("textarea").fill("They wait for next year");
            window.button("Mark lost").click();
            assertThat(window.dialog()).hasCount(0);
            window.shows("New", "Above", "Below");
            assertThat(window.toast()).containsText("Lost");
            assertEquals("Other", window.rest().get("/opportunities/" + id).json().path("lostReason").path("name").asText());
            assertEquals("They wait for next year", window.rest().get("/opportunities/" + id).json().path("closingNote").asText());
        }
    }

    @Test
    public void P8_a_refused_move_slides_back_with_the_reason_beside_it() {
        try (Window window = world.desk()) {
            long id = window.card("Changed meanwhile", Map.of());
            window.open("/pipeline");
            assertThat(window.card("Changed meanwhile")).isVisible();
            window.rest().post("/opportunities/" + id + "/stage-moves", Map.of("stageId", 4)).expect(200);
            window.hold("Changed meanwhile", "Qualified", 150).drop();

            assertThat(window.page().locator(".refused")).isVisible();
            window.shows("Proposition", "Changed meanwhile");
            assertEquals("Proposition", window.rest().get("/opportunities/" + id).json().path("stage").path("name").asText());
        }
    }

    @Test
    public void a_long_press_lifts_a_card_and_a_swipe_scrolls() {
        try (Window window = world.phone()) {
            long id = window.card("By finger", Map.of());
            window.open("/pipeline");
            CDPSession touch = window.context().newCDPSession(window.page());
            BoundingBox card = window.card("By finger").boundingBox();
            touch(touch, "touchStart", card.x + 80, card.y + 30);
            touch(touch, "touchMove", card.x + 80, card.y - 40);
            touch(touch, "touchEnd", 0, 0);
            assertThat(window.page().locator(".card-ghost")).hasCount(0);

            touch(touch, "touchStart", card.x + 80, card.y + 30);
            assertThat(window.page().locator(".card-ghost.lift")).isVisible();
            touch(touch, "touchMove", card.x + 200, card.y + 40);
            touch(touch, "touchMove", 384, card.y + 40);
            assertThat(window.column("First Activity").locator(".hole")).isVisible();
            window.page().waitForCondition(() -> window.column("First Activity").boundingBox().x < 120);
            touch(touch, "touchMove", 200, card.y + 40);
            assertThat(window.column("First Activity").locator(".hole")).isVisible();
            touch(touch, "touchEnd", 0, 0);

            assertThat(window.cardIn("First Activity", "By finger")).isVisible();
            assertThat(window.toast()).containsText("Moved to First Activity");
            assertEquals(2, window.rest().get("/opportunities/" + id).json().path("stageId").asInt());
        }
    }

    private static void touch(CDPSession session, String type, double x, double y) {
        JsonArray points = new JsonArray();
        if (!"touchEnd".equals(type)) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", y);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }
}
