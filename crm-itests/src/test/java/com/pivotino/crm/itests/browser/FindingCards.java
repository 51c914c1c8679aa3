package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** What the board shows and where it leads: filters and search in the address, long columns, order by hand, two people at one card. */
public class FindingCards extends BrowserCase {

    @Test
    public void filters_stand_in_the_address_and_survive_a_reload_and_going_back() {
        Person person = Person.salesperson("Fay Filter");
        person.opportunity("Needle");
        person.opportunity("Haystack");
        Page page = visit(person, "/pipeline?q=Needle");
        Board board = new Board(page);
        board.holds("New", "Needle");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mine")).click();
        assertThat(page).hasURL(Pattern.compile("salesperson=me"));
        page.reload();

        board.holds("New", "Needle");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mine"))).hasAttribute("aria-pressed", "true");
        page.getByLabel("Search for Needle. Remove this filter").click();
        board.holds("New", "Haystack", "Needle");
        page.goBack();
        board.holds("New", "Needle");
    }

    @Test
    public void exactly_what_is_filtered_is_exported_as_csv() throws IOException {
        Person person = Person.salesperson("Xenia Export");
        person.opportunity("Needle export");
        person.opportunity("Haystack export");
        Page page = visit(person, "/pipeline?view=list&q=Needle&salesperson=me");
        Download file = page.waitForDownload(() -> page.getByLabel("Export what is shown as CSV").click());
        String csv = Files.readString(file.path());
        assertTrue(csv, csv.contains("Needle export"));
        assertFalse(csv, csv.contains("Haystack export"));
    }

    @Test
    public void slash_searches_and_jumps_and_arrows_walk_the_board() {
        Person person = Person.salesperson("Sam Seeker");
        long other = person.opportunity("Other column", Map.of("stageId", 3));
        person.opportunity("Lower");
        long upper = person.opportunity("Upper");
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.link("Upper").focus();
        page.keyboard().press("ArrowDown");
        assertThat(board.link("Lower")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(board.link("Other column")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/opportunities/" + other + "$"));

        page.keyboard().press("/");
        page.keyboard().type("upp");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("Upper");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/opportunities/" + upper + "$"));
    }

    @Test
    public void P6_the_order_made_by_hand_stays() {
        Person person = Person.salesperson("Olga Order");
        person.opportunity("Third");
        person.opportunity("Second");
        person.opportunity("First");
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.link("Third").focus();
        page.waitForResponse(answer -> answer.url().endsWith("/stage-moves"), () -> page.keyboard().press("Shift+ArrowUp"));
        board.holds("New", "First", "Third", "Second");
        page.reload();

        board.holds("New", "First", "Third", "Second");
    }

    @Test
    public void a_long_column_pages_on_while_one_scrolls() {
        Person person = Person.salesperson("Lona Long");
        for (int i = 0; i < 90; i++) {
            person.opportunity("Row " + i, Map.of("firstActivity", false));
        }
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        assertThat(board.column("New").getByRole(AriaRole.ARTICLE)).hasCount(24);
        board.column("New").locator(".stack").evaluate("stack => stack.scrollTo(0, stack.scrollHeight)");

        assertThat(board.column("New").getByRole(AriaRole.ARTICLE)).hasCount(90);
    }

    @Test
    public void what_two_people_changed_is_shown_with_both_values() {
        Person person = Person.salesperson("Connie Conflict");
        long id = person.opportunity("Contested");
        Page page = visit(person, "/api/health/live");
        page.route("**/api/stream**", route -> route.abort());
        page.navigate("/opportunities/" + id);
        var phone = page.locator("crm-field[name=phone]");
        phone.getByRole(AriaRole.BUTTON).click();
        person.rest().patch("/opportunities/" + id, Map.of("phone", "+49 1")).expect(200);
        page.keyboard().type("+49 2");
        page.keyboard().press("Enter");
        assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Connie Conflict changed this to “+49 1” meanwhile; yours is “+49 2”.");
        Seen.button(phone, "Keep mine").click();

        Await.that("mine is stored", Duration.ofSeconds(20),
                () -> "+49 2".equals(person.rest().get("/opportunities/" + id).json().path("phone").asText()));
        assertThat(phone.locator(".value")).containsText("+49 2");
    }

    @Test
    public void a_part_of_the_bar_under_a_columns_name_filters_and_chips_take_filters_out_again() {
        Person person = Person.salesperson("Bea Bar");
        person.opportunity("With a step");
        person.opportunity("Without one", Map.of("firstActivity", false, "tags", java.util.List.of("quay")));
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.holds("New", "Without one", "With a step");
        Seen.button(board.column("New"), "1 without next step, show only these").click();
        board.holds("New", "Without one");
        assertThat(page).hasURL(Pattern.compile("activityState=none"));
        page.getByLabel("Without next step. Remove this filter").click();
        board.holds("New", "Without one", "With a step");

        Seen.button(page, "Filter").click();
        page.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)).fill("quay");
        page.keyboard().press("Enter");
        board.holds("New", "Without one");
        page.keyboard().press("Escape");
        assertThat(Seen.button(page, "Filter")).isFocused();
        page.goBack();
        board.holds("New", "Without one", "With a step");
    }

    @Test
    public void a_sorted_board_tells_why_a_card_cannot_be_placed_by_hand() {
        Person person = Person.salesperson("Sorta Board");
        person.opportunity("Cheap", Map.of("expectedRevenue", Map.of("amount", "10", "currency", "EUR")));
        person.opportunity("Dear", Map.of("expectedRevenue", Map.of("amount", "9000", "currency", "EUR")));
        person.opportunity("Middling", Map.of("expectedRevenue", Map.of("amount", "500", "currency", "EUR")));
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.holds("New", "Middling", "Dear", "Cheap");
        page.getByLabel("Order of the cards").selectOption("-expectedRevenue");
        board.holds("New", "Dear", "Middling", "Cheap");
        board.link("Cheap").focus();
        page.keyboard().press("Shift+ArrowUp");
        assertThat(board.card("Cheap").getByRole(AriaRole.ALERT)).containsText("The cards are sorted.");
        board.holds("New", "Dear", "Middling", "Cheap");
    }

    @Test
    public void a_mistyped_address_says_what_is_wrong_and_leads_out() {
        Person person = Person.salesperson("Mia Mistyped");
        person.opportunity("Findable");
        Page page = visit(person, "/pipeline?closingFrom=2026-13-45");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Use a date such as");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show all")).click();
        new Board(page).holds("New", "Findable");
    }

    @Test
    public void a_view_is_saved_under_a_name_and_one_opens_first() {
        Person person = Person.salesperson("Sava Views");
        person.opportunity("Tagged", Map.of("tags", java.util.List.of("quay")));
        person.opportunity("Plain");
        Page page = visit(person, "/pipeline?tag=quay");
        Board board = new Board(page);
        board.holds("New", "Tagged");
        Seen.button(page, "Saved views").click();
        page.getByLabel("Name of this view").fill("Quays");
        page.keyboard().press("Enter");
        Seen.button(page, "Open Quays first").click();
        assertThat(page.getByTitle("Opens first")).isVisible();
        page.navigate("/pipeline");

        board.holds("New", "Tagged");
        assertThat(page).hasURL(Pattern.compile("tag=quay"));
        page.getByLabel("Tag quay. Remove this filter").click();
        board.holds("New", "Plain", "Tagged");
    }
}
