package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.Test;

/** P19: what was just done can be taken back while the toast says so, and everything stands as before. */
public class TakingBack extends ThreeCards {

    public TakingBack() {
        super("Una Undo");
    }

    @Test
    public void P19_undo_slides_a_dragged_card_back_to_its_exact_place_and_opens_its_activity_again() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.holds("New", "Top", "Middle", "Lowest");
        board.drag("Middle", "Qualified", 0);
        assertThat(Seen.toast(page)).containsText("Moved to Qualified");
        assertThat(Seen.toast(page)).containsText("First activity");
        assertEquals("done", firstActivity(middle));

        Seen.button(Seen.toast(page), "Undo").click();

        board.holds("New", "Top", "Middle", "Lowest");
        board.holds("Qualified");
        person.serverSees(middle, "New");
        assertEquals("Open again, due when it was", "planned", firstActivity(middle));
        page.reload();
        board.holds("New", "Top", "Middle", "Lowest");
    }

    @Test
    public void P19_ctrl_z_takes_back_the_latest_and_then_the_one_before_it() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.drag("Top", "Qualified", 0);
        assertThat(Seen.toast(page)).containsText("Moved to Qualified");
        board.drag("Lowest", "Proposition", 0);
        assertThat(Seen.toast(page)).containsText("Moved to Proposition");

        page.keyboard().press("Control+z");
        board.holds("Proposition");
        assertThat(Seen.live(page)).containsText("Undone.");
        page.keyboard().press("Control+z");

        board.holds("New", "Top", "Middle", "Lowest");
        person.serverSees(top, "New");
        person.serverSees(lowest, "New");
    }

    @Test
    public void P19_while_one_reads_the_line_stays_and_says_when_its_time_is_over() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.drag("Middle", "Qualified", 0);
        Seen.toast(page).locator(".toast").hover();

        assertThat(Seen.toast(page)).containsText("It stays as it is.");
        assertThat(Seen.button(Seen.toast(page), "Undo")).isHidden();
        page.mouse().move(700, 200);
        assertThat(Seen.toast(page).locator(".toast")).isHidden();
        assertEquals("Qualified", person.stageOf(middle));
    }

    @Test
    public void P19_won_on_the_form_is_taken_back_with_its_ribbon() {
        Page page = visit(person, "/opportunities/" + top);
        Locator ribbon = page.locator(".corner");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mark won")).click();
        assertThat(ribbon).hasText("WON");
        Seen.button(Seen.toast(page), "Undo").click();
        assertThat(ribbon).isHidden();
        person.serverSees(top, "New");
    }

    private String firstActivity(long id) {
        return person.rest().get("/activities?record=opportunity:" + id).expect(200).json().path("items").get(0).path("state").asText();
    }
}
