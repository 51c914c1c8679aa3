package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
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
        page.getByLabel("Search for Needle. Show all again").click();
        board.holds("New", "Haystack", "Needle");
        page.goBack();
        board.holds("New", "Needle");
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
        assertThat(page.getByRole(AriaRole.OPTION)).containsText("Upper");
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
        assertThat(board.column("New").getByRole(AriaRole.ARTICLE)).hasCount(80);
        board.column("New").locator(".stack").evaluate("stack => stack.scrollTo(0, stack.scrollHeight)");

        assertThat(board.column("New").getByRole(AriaRole.ARTICLE)).hasCount(90);
    }

    @Test
    public void what_two_people_changed_is_shown_with_both_values() {
        Person person = Person.salesperson("Connie Conflict");
        long id = person.opportunity("Contested");
        Page page = visit(person, "/opportunities/" + id);
        var phone = page.locator("crm-field[name=phone]");
        assertThat(phone).isVisible();
        person.rest().patch("/opportunities/" + id, Map.of("phone", "+49 1")).expect(200);
        phone.getByRole(AriaRole.BUTTON).click();
        page.keyboard().type("+49 2");
        page.keyboard().press("Enter");
        assertThat(phone).containsText("Keep “+49 1”");
        page.getByText("Use mine: “+49 2”").click();

        Await.that("mine is stored", Duration.ofSeconds(20),
                () -> "+49 2".equals(person.rest().get("/opportunities/" + id).json().path("phone").asText()));
        assertThat(phone.locator(".value")).containsText("+49 2");
    }
}
