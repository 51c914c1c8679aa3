package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.Test;

/** What one does at a card without opening it, and where the focus is afterwards. */
public class NextSteps extends BrowserCase {

    private final Person person = Person.salesperson("Nel Nextstep");
    private final long id = person.opportunity("Roof repair");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    public void the_chip_of_the_next_step_moves_it_to_another_day() {
        long activity = Work.plan(person, id, "Ring them", today);
        Page page = visit(person, "/pipeline");
        Locator card = new Board(page).card("Roof repair");
        card.locator(".next-chip").click();
        Seen.dialog(page).getByLabel("Another day").fill(today.plusDays(7).toString());

        assertThat(Seen.dialog(page)).isHidden();
        assertThat(card.locator(".due.today")).isHidden();
        assertEquals(today.plusDays(7).toString(), Work.of(person, activity).path("dueDate").asText());
    }

    @Test
    public void by_key_the_next_step_is_done_and_the_card_keeps_the_focus() {
        long activity = Work.plan(person, id, "Ring them", today);
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.link("Roof repair").focus();
        page.keyboard().press("r");
        Seen.dialog(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Done"))).press("Enter");
        Seen.button(Seen.dialog(page), "Mark done").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertThat(board.link("Roof repair")).isFocused();
        assertEquals("done", Work.of(person, activity).path("state").asText());
    }

    @Test
    public void a_mouse_schedules_edits_and_moves_on_every_card() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.card("Roof repair").hover();
        board.card("Roof repair").getByLabel("Schedule: Roof repair").click();
        Seen.dialog(page).getByLabel("Summary").fill("Bring a ladder");
        Seen.button(Seen.dialog(page), "Tomorrow").click();
        Seen.button(Seen.dialog(page), "Schedule").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertEquals(today.plusDays(1).toString(), Work.named(person, id, "Bring a ladder").path("dueDate").asText());
        board.card("Roof repair").hover();
        board.card("Roof repair").getByLabel("Edit: Roof repair").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Roof and gutter");
        Seen.button(page, "Save").click();
        board.card("Roof and gutter").hover();
        board.card("Roof and gutter").getByLabel("Move to …: Roof and gutter").click();
        Seen.dialog(page).getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("Qualified")).click();
        board.holds("Qualified", "Roof and gutter");
    }

    @Test
    public void back_from_a_record_the_card_that_was_opened_has_the_focus() {
        person.opportunity("Another one");
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.link("Roof repair").click();
        assertThat(Seen.heading(page, "Roof repair")).isVisible();
        page.goBack();
        assertThat(board.link("Roof repair")).isFocused();
    }

    @Test
    public void a_card_dragged_on_lost_and_taken_back_has_the_focus() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.drag("Roof repair", "Lost", 0);
        assertThat(Seen.dialog(page)).isVisible();
        page.keyboard().press("Escape");
        assertThat(board.link("Roof repair")).isFocused();
    }

    @Test
    public void done_on_a_record_by_one_key_and_the_next_one_has_the_focus() {
        Work.plan(person, id, "First call", today);
        Work.plan(person, id, "Second call", today.plusDays(20));
        Page page = visit(person, "/opportunities/" + id);
        assertThat(page.locator("crm-activity")).hasCount(3);
        page.keyboard().press("d");
        page.getByLabel("Outcome").fill("They were out");
        page.keyboard().press("Enter");

        assertThat(page.locator("crm-activity")).hasCount(2);
        assertThat(page.locator("crm-activity .act-done").first()).isFocused();
        assertThat(page.locator("crm-feed svg:has(path[d='M5 12l4 4 10-10'])")).hasCount(1);   // a tick means done, and nothing else
    }

    @Test
    public void a_column_that_is_unfolded_comes_into_sight() {
        Page page = visit(person, desktop().setViewportSize(1100, 800), "/pipeline");
        Locator lost = new Board(page).column("Lost");
        assertThat(lost.locator(".dot")).isVisible();
        lost.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("crm-column").last().getByRole(AriaRole.HEADING).first()).isInViewport();
    }

    @Test
    public void salespeople_read_at_once_who_imports() {
        Page page = visit(person, "/import");
        assertThat(Seen.heading(page, "Managers and administrators import files")).isVisible();
        assertThat(page.locator("input[type=file]")).hasCount(0);
    }
}
