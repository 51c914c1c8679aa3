package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The pipeline in a hand: one column a screen, destinations at the foot, and a card moved by tapping. */
public class OnThePhone extends BrowserCase {

    /** Those of the elements that a finger 20 px away from their middle, above or below, does not hit. */
    private static final String REACH = """
            elements => elements.filter(element => {
                const box = element.getBoundingClientRect();
                const hit = y => element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2 + y));
                return !hit(-20) && !hit(20) || !hit(0);
            }).map(element => element.className)""";

    private final Person person = Person.salesperson("Phil Phone");
    private final long id = person.opportunity("In the hand");
    private final Page page = visit(person, desktop().setViewportSize(390, 780).setHasTouch(true).setIsMobile(true), "/pipeline");
    private final Board board = new Board(page);

    @Test
    public void one_column_fills_the_screen_and_nothing_sticks_out() {
        board.holds("New", "In the hand");
        BoundingBox column = board.column("New").boundingBox();
        assertTrue("a column is " + column.width + " wide", column.width > 300 && column.width < 390);
        assertEquals(390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
        Locator foot = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Destinations"));
        assertTrue(foot.getByRole(AriaRole.LINK).count() >= 3);
        for (Locator link : foot.getByRole(AriaRole.LINK).all()) {
            assertTrue("a destination is too small: " + link.boundingBox().height, link.boundingBox().height >= 44);
        }
    }

    @Test
    public void move_to_is_a_tap_away_and_undo_is_within_reach() {
        board.card("In the hand").getByLabel("Move In the hand to …").tap();
        Seen.dialog(page).getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("Qualified")).tap();

        person.serverSees(id, "Qualified");
        assertThat(Seen.toast(page)).containsText("Moved to Qualified");
        BoundingBox toast = Seen.toast(page).locator(".toast").boundingBox();
        assertTrue("the toast lies above the foot", toast.y + toast.height < 780 - 54);
        Seen.button(Seen.toast(page), "Undo").tap();
        person.serverSees(id, "New");
    }

    @Test
    public void a_finger_finds_what_it_needs_and_a_dialogs_buttons_stay_in_sight() {
        for (String target : List.of(".next-chip", ".card-move", ".pulse button", ".col > header .icon", "crm-filters .chip",
                ".brand")) {
            assertEquals(target, List.of(), page.locator(target).first().evaluateAll(REACH));
        }
        board.card("In the hand").locator("a").first().tap(new Locator.TapOptions().setTrial(true));
        board.card("In the hand").locator(".next-chip").tap();
        Seen.dialog(page).getByText("Schedule another").tap();
        BoundingBox actions = Seen.dialog(page).locator(".actions").boundingBox();
        assertTrue("the buttons are in sight", actions.y + actions.height <= 780);
        BoundingBox due = Seen.dialog(page).getByLabel("Due").boundingBox();
        BoundingBox days = Seen.dialog(page).locator(".due-chips").boundingBox();
        BoundingBox who = Seen.dialog(page).getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Assigned to"))
                .boundingBox();
        assertTrue("the days stand under the date that they set", due.y < days.y && days.y < who.y);
    }

    @Test
    public void an_opportunity_is_made_and_the_list_reads_in_two_lines() {
        page.locator("crm-filters .primary").tap();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Made by thumb");
        Seen.button(page, "Add").tap();
        board.holds("New", "Made by thumb", "In the hand");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("List").setExact(true)).tap();
        assertThat(page.locator(".l-row")).hasCount(2);
        assertEquals(390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
        page.locator(".l-row").first().tap();
        assertThat(Seen.heading(page, "Made by thumb")).isVisible();
        assertEquals("With whom and whose, then how much, how likely and when", List.of("customer", "email", "phone", "salesperson",
                "team", "expectedRevenue", "probability", "expectedClosing", "priority", "tags"),
                page.locator(".fields crm-field").evaluateAll("fields => fields"
                        + ".map(f => [f.getAttribute('name'), f.getBoundingClientRect().y])"
                        + ".sort((one, other) => one[1] - other[1]).map(([name]) => name)"));
    }

    @Test
    public void contacts_show_what_is_open_and_a_badge_stands_at_its_icon() {
        String mark = "H" + Long.toString(System.nanoTime(), 36);
        long customer = person.rest().post("/contacts", Map.of("name", mark, "phone", "+49 30 1234")).expect(201).id();
        person.opportunity("For the list", Map.of("customerId", customer, "expectedRevenue", Map.of("amount", "18400", "currency", "EUR")));
        Work.plan(person, id, "Late", LocalDate.now(ZoneOffset.UTC).minusDays(2));
        page.navigate("/contacts?q=" + mark);
        Locator row = page.locator("table.contacts tbody tr");
        assertThat(row.locator("td.only-s")).containsText("18 k");
        assertThat(row.getByText("1 open")).isVisible();
        assertThat(row.getByText("+49 30 1234")).isHidden();
        BoundingBox icon = new Work(page).menu().locator("svg").boundingBox();
        BoundingBox badge = new Work(page).menu().locator(".count").boundingBox();
        assertTrue("the badge touches its icon", badge.x < icon.x + icon.width && badge.x + badge.width > icon.x
                && badge.y < icon.y + icon.height && badge.y + badge.height > icon.y);
    }
}
