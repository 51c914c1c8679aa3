package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.Test;

/** A part that is being replaced greys its own area with one calm line and comes back by itself; a failure names its way out. */
public class PartsAway extends BrowserCase {

    private final Person person = Person.salesperson("Patty Patient");
    private final long id = person.opportunity("Waiting");

    @Test
    public void the_board_waits_for_its_part_and_shows_itself_when_it_is_back() {
        Page page = visit(person, "/api/health/live");
        page.route("**/api/board**", PartsAway::away);
        page.navigate("/pipeline");
        assertThat(page.getByText("This part is away for a moment. It comes back by itself.")).isVisible();
        page.unroute("**/api/board**");

        new Board(page).holds("New", "Waiting");
        assertThat(page.getByText("This part is away for a moment.")).isHidden();
    }

    @Test
    public void without_the_activities_part_the_rest_of_the_form_works_on() {
        Page page = visit(person, "/api/health/live");
        page.route("**/api/activities**", PartsAway::away);
        page.navigate("/opportunities/" + id);
        assertThat(page.locator("crm-activities")).containsText("This part is away for a moment.");
        page.locator("crm-field[name=phone] button").click();
        page.locator("crm-field[name=phone] input").fill("+49 5");
        page.keyboard().press("Enter");
        assertThat(page.locator("crm-field[name=phone] .value")).containsText("+49 5");
        page.unroute("**/api/activities**");

        assertThat(page.locator("crm-activities .act")).isVisible();
    }

    @Test
    public void a_move_into_a_part_that_is_away_goes_back_with_the_reason_beside_it() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.link("Waiting").focus();
        page.route("**/stage-moves", PartsAway::away);
        page.keyboard().press("Shift+ArrowRight");
        assertThat(board.card("Waiting").getByText("The pipeline is being replaced.")).isVisible();
        board.holds("New", "Waiting");
    }

    @Test
    public void what_does_not_exist_leads_back_and_what_failed_can_be_tried_again() {
        Page page = visit(person, "/opportunities/999999999");
        assertThat(page.getByText("To the pipeline")).isVisible();
        page.route("**/api/board**", route ->
                route.fulfill(new Route.FulfillOptions().setStatus(500).setContentType("application/problem+json")
                .setBody("{\"status\":500,\"code\":\"internal\",\"detail\":\"Something went wrong.\",\"incident\":\"ab12\"}")));
        page.navigate("/pipeline");
        assertThat(page.getByText("Incident ab12")).isVisible();
        page.unroute("**/api/board**");
        Seen.button(page, "Try again").click();
        new Board(page).holds("New", "Waiting");
    }

    private static void away(Route route) {
        route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(java.util.Map.of("Retry-After", "1"))
                .setContentType("application/problem+json")
                .setBody("{\"status\":503,\"code\":\"unavailable\",\"detail\":\"The pipeline is being replaced.\"}"));
    }
}
