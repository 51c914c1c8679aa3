package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.Test;

/** An activity is finished with what came of it, put off, or taken back, without leaving My day. */
public class Finishing extends BrowserCase {

    private final Person person = Person.salesperson("Fay Finisher");
    private final long id = person.opportunity("Dock doors");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final long call = Work.plan(person, id, "Ask for the drawings", today);

    @Test
    public void done_with_feedback_outcome_minutes_and_the_next_step() {
        Page page = visit(person, "/day");
        Work work = new Work(page);
        Seen.button(work.row("Ask for the drawings"), "Done: Call: Ask for the drawings").click();
        Locator dialog = Seen.dialog(page);
        Locator outcomes = dialog.getByRole(AriaRole.RADIOGROUP, new Locator.GetByRoleOptions().setName("Result")).locator("label");
        String outcome = outcomes.first().innerText().trim();
        outcomes.first().click();
        dialog.getByLabel("Outcome").fill("They come on Monday.");
        dialog.getByLabel("Minutes it took").fill("25");
        dialog.locator(".next-step label").filter(new Locator.FilterOptions().setHasText("Meeting")).click();
        dialog.getByLabel("Summary").fill("Go through the drawings");
        Seen.button(dialog, "In a week").click();
        Seen.button(dialog, "Done and schedule next").click();

        assertThat(work.row("Ask for the drawings")).isHidden();
        assertThat(Seen.toast(page)).containsText("is done");
        JsonNode stored = Work.of(person, call);
        assertEquals("done", stored.path("state").asText());
        assertEquals(outcome, stored.path("outcome").asText());
        assertEquals("They come on Monday.", stored.path("feedback").asText());
        assertEquals(25, stored.path("durationMinutes").asInt());
        JsonNode next = Work.named(person, id, "Go through the drawings");
        assertEquals("Meeting", next.path("type").path("name").asText());
        assertEquals(today.plusDays(7).toString(), next.path("dueDate").asText());
    }

    @Test
    public void put_off_by_a_day_it_leaves_today_and_says_that_it_was_postponed_once() {
        Page page = visit(person, "/day");
        Work work = new Work(page);
        Seen.button(work.row("Ask for the drawings"), "Reschedule: Call: Ask for the drawings").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("A day later")).click();

        assertThat(work.row("Ask for the drawings")).isHidden();
        assertThat(Seen.live(page)).containsText("is due");
        page.navigate("/activities?state=planned");
        assertThat(work.row("Ask for the drawings")).containsText("postponed once");
        assertEquals(1, Work.of(person, call).path("postponed").asInt());
    }

    @Test
    public void undo_from_the_toast_opens_it_again() {
        Page page = visit(person, "/day");
        Work work = new Work(page);
        work.row("Ask for the drawings").focus();
        page.keyboard().press("d");
        Seen.button(Seen.dialog(page), "Mark done").click();
        assertThat(work.row("Ask for the drawings")).isHidden();

        Seen.button(Seen.toast(page), "Undo").click();

        assertThat(work.row("Ask for the drawings")).isVisible();
        Await.that("open again", Duration.ofSeconds(10), () -> "today".equals(Work.of(person, call).path("state").asText()));
    }
}
