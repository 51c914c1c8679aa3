package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.Test;

/** A drop on Lost asks why; what is dismissed or refused stands again exactly where it stood. */
public class LosingCards extends ThreeCards {

    public LosingCards() {
        super("Losing Hand");
    }

    @Test
    public void P4_dismissed_lost_dialog_puts_the_card_back_exactly_and_tells_the_server_nothing() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.holds("New", "Top", "Middle", "Lowest");
        JsonNode before = server(middle);
        board.drag("Middle", "Lost", 0);
        assertThat(Seen.heading(page, "Why was “Middle” lost?")).isVisible();
        board.holds("New", "Top", "Lowest");
        page.keyboard().press("Escape");
        assertThat(Seen.dialog(page)).isHidden();
        board.holds("New", "Top", "Middle", "Lowest");
        board.drag("Middle", "Lost", 0);
        Seen.button(Seen.dialog(page), "Cancel").click();
        board.holds("New", "Top", "Middle", "Lowest");
        assertEquals(before, server(middle));
    }

    @Test
    public void P4_a_reason_chosen_after_the_drop_loses_the_card_with_its_ribbon() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.drag("Top", "Lost", 0);
        Seen.button(Seen.dialog(page), "Mark lost").click();
        assertThat(Seen.dialog(page).getByRole(AriaRole.ALERT)).containsText("Pick a reason first.");
        JsonNode reason = reason(false);
        Seen.dialog(page).getByLabel(reason.path("name").asText(), new Locator.GetByLabelOptions().setExact(true)).check();
        Seen.button(Seen.dialog(page), "Mark lost").click();
        assertThat(Seen.toast(page)).containsText("Moved to Lost");
        board.column("Lost").getByRole(AriaRole.BUTTON).click();
        board.holds("Lost", "Top");
        assertThat(board.card("Top")).containsText("LOST");
        assertThat(board.card("Top")).containsText(reason.path("name").asText());
        assertEquals("lost", server(top).path("outcome").asText());
        assertEquals(reason.path("id"), server(top).path("lostReason").path("id"));
    }

    @Test
    public void P4_a_reason_that_needs_a_note_demands_it() {
        Page page = visit(person, "/pipeline");
        new Board(page).drag("Lowest", "Lost", 0);
        Locator dialog = Seen.dialog(page);
        dialog.getByLabel(reason(true).path("name").asText(), new Locator.GetByLabelOptions().setExact(true)).check();
        Seen.button(dialog, "Mark lost").click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("This reason needs a note.");
        assertEquals("open", server(lowest).path("outcome").asText());
        dialog.getByLabel("What did we learn?").fill("They built it themselves.");
        Seen.button(dialog, "Mark lost").click();
        assertThat(dialog).isHidden();
        assertThat(Seen.toast(page)).containsText("Moved to Lost");
        assertEquals("They built it themselves.", server(lowest).path("closingNote").asText());
    }

    @Test
    public void a_refused_move_slides_back_to_its_place_with_the_servers_reason_beside_it() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        page.route("**/stage-moves", route ->
                route.fulfill(new Route.FulfillOptions().setStatus(422).setContentType("application/problem+json")
                .setBody("{\"status\":422,\"code\":\"guard_refused\",\"title\":\"Refused\",\"detail\":\"A quotation must be there"
                + " first.\"}")));
        board.drag("Middle", "Qualified", 0);
        assertThat(board.card("Middle").getByRole(AriaRole.ALERT)).containsText("A quotation must be there first.");
        board.holds("New", "Top", "Middle", "Lowest");
        board.holds("Qualified");
        assertThat(Seen.live(page)).containsText("Middle is back in New. A quotation must be there first.");
        assertEquals("New", person.stageOf(middle));
        Seen.button(board.card("Middle"), "Dismiss").click();
        assertThat(board.card("Middle").getByRole(AriaRole.ALERT)).isHidden();
    }

    private JsonNode server(long id) {
        return person.rest().get("/opportunities/" + id).expect(200).json();
    }

    private JsonNode reason(boolean noteRequired) {
        for (JsonNode reason : person.rest().get("/lost-reasons").expect(200).json().path("items")) {
            if (reason.path("noteRequired").asBoolean() == noteRequired && reason.path("active").asBoolean(true)) {
                return reason;
            }
        }
        throw new AssertionError("No reason with noteRequired=" + noteRequired);
    }
}
