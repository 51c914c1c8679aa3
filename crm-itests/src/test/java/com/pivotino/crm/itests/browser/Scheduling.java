package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.Test;

/** A next step is planned from wherever one is, in words or in fields, and changed in one popup. */
public class Scheduling extends BrowserCase {

    private final Person person = Person.salesperson("Sam Scheduler");
    private final long id = person.opportunity("Crane hire");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    public void from_the_record_it_stands_among_the_planned_ones() {
        Page page = visit(person, "/opportunities/" + id);
        Seen.button(page, "Schedule").click();
        Seen.dialog(page).getByText("Meeting").click();
        summary(page).fill("Look at the yard");
        Seen.button(Seen.dialog(page), "Tomorrow").click();
        Seen.button(Seen.dialog(page), "Schedule").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertThat(page.locator("crm-activities")).containsText("Look at the yard");
        JsonNode stored = Work.named(person, id, "Look at the yard");
        assertEquals(today.plusDays(1).toString(), stored.path("dueDate").asText());
        assertEquals("Meeting", stored.path("type").path("name").asText());
        assertEquals(person.id(), stored.path("assignee").path("id").asLong());
    }

    @Test
    public void from_the_chatter_and_the_focus_comes_back() {
        Page page = visit(person, "/opportunities/" + id);
        Locator chatter = page.getByRole(AriaRole.COMPLEMENTARY);
        Seen.button(chatter, "Activity").click();
        summary(page).fill("From the chatter");
        Seen.button(Seen.dialog(page), "Tomorrow").click();
        Seen.button(Seen.dialog(page), "Schedule").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertThat(Seen.button(chatter, "Activity")).isFocused();
        assertThat(page.locator("crm-activities")).containsText("From the chatter");
        assertThat(chatter).containsText("From the chatter");
        assertEquals(today.plusDays(1).toString(), Work.named(person, id, "From the chatter").path("dueDate").asText());
    }

    @Test
    public void from_the_card_by_key_and_the_focus_comes_back() {
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.link("Crane hire").focus();
        page.keyboard().press("a");
        summary(page).fill("From the card");
        Seen.button(Seen.dialog(page), "Today").click();
        Seen.button(Seen.dialog(page), "Schedule").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertThat(board.link("Crane hire")).isFocused();
        assertThat(board.card("Crane hire").locator(".due.today")).isVisible();
        assertEquals("today", Work.named(person, id, "From the card").path("state").asText());
    }

    @Test
    public void from_the_menu_for_an_opportunity_that_is_picked_there() {
        Page page = visit(person, "/pipeline?view=list");
        new Work(page).menu().click();
        Seen.button(page.locator(".work-menu"), "Schedule").click();
        Locator picker = Seen.dialog(page).getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Opportunity"));
        assertThat(Seen.button(Seen.dialog(page), "Schedule")).isDisabled();
        picker.fill("Crane");
        Seen.dialog(page).getByRole(AriaRole.OPTION).first().click();
        summary(page).fill("From the menu");
        Seen.button(Seen.dialog(page), "Today").click();
        Seen.button(Seen.dialog(page), "Schedule").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertEquals(id, Work.named(person, id, "From the menu").path("record").path("id").asLong());
        assertThat(new Work(page).menu()).hasAccessibleName(Pattern.compile("1 today"));
    }

    @Test
    public void one_line_of_text_says_what_it_understood_and_fills_the_popup() {
        Page page = visit(person, "/opportunities/" + id);
        Seen.button(page, "Schedule").click();
        Seen.dialog(page).getByLabel("Quick add").fill("call the buyer next friday");
        JsonNode told = person.rest().post("/activities/parsing", java.util.Map.of("text", "call the buyer next friday")).expect(200)
                .json();
        LocalDate friday = LocalDate.parse(told.path("dueDate").asText());
        assertEquals(DayOfWeek.FRIDAY, friday.getDayOfWeek());
        assertTrue(!friday.isBefore(today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY))));

        assertThat(Seen.dialog(page).getByRole(AriaRole.STATUS)).containsText("Understood: Call");
        assertThat(summary(page)).hasValue(told.path("summary").asText());
        assertThat(Seen.dialog(page).getByLabel("Due")).hasValue(friday.toString());
        assertThat(Seen.dialog(page).getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Call"))).isChecked();
        Seen.button(Seen.dialog(page), "Schedule").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertEquals(friday.toString(), Work.named(person, id, told.path("summary").asText()).path("dueDate").asText());
    }

    @Test
    public void what_has_happened_already_is_logged_as_done() {
        Page page = visit(person, "/opportunities/" + id);
        Seen.button(page, "Schedule").click();
        summary(page).fill("They rang");
        Seen.dialog(page).getByLabel("This has happened already").check();
        Seen.dialog(page).getByLabel("Minutes it took").fill("12");
        Seen.dialog(page).getByLabel("Outcome").fill("They want two cranes.");
        Seen.button(Seen.dialog(page), "Log it").click();

        assertThat(Seen.dialog(page)).isHidden();
        assertThat(page.locator("crm-feed")).containsText("They want two cranes.");
        JsonNode stored = Work.named(person, id, "They rang");
        assertEquals("done", stored.path("state").asText());
        assertEquals(12, stored.path("durationMinutes").asInt());
    }

    @Test
    public void everything_is_edited_in_the_popup_and_the_feed_names_what_changed_in_one_line() {
        Person chief = Person.make("Chi Chief " + System.nanoTime(), "admin");
        long activity = Work.plan(person, id, "Old words", today.plusDays(4));
        Page page = visit(person, "/opportunities/" + id);
        page.getByLabel("Edit: Call: Old words").click();
        Seen.dialog(page).getByText("Meeting").click();
        summary(page).fill("New words");
        Seen.dialog(page).getByLabel("Note").fill("Bring the plans.");
        Seen.button(Seen.dialog(page), "In a week").click();
        Seen.dialog(page).getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Assigned to")).fill(chief.name());
        Seen.dialog(page).getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setName(Pattern.compile(chief.name()))).click();
        Seen.button(Seen.dialog(page), "Save").click();

        assertThat(Seen.dialog(page)).isHidden();
        JsonNode stored = Work.of(person, activity);
        assertEquals("Meeting", stored.path("type").path("name").asText());
        assertEquals("New words", stored.path("summary").asText());
        assertEquals("Bring the plans.", stored.path("note").asText());
        assertEquals(today.plusDays(7).toString(), stored.path("dueDate").asText());
        assertEquals(chief.id(), stored.path("assignee").path("id").asLong());
        Locator line = page.locator("crm-feed .entry").filter(new Locator.FilterOptions().setHasText("New words"));
        assertThat(line).hasCount(1);
        assertThat(line.locator("div > svg path")).hasAttribute("d", Pattern.compile("^M4 6h16v14"));
        for (String change : List.of("Type Call", "Meeting", "Summary Old words", "Note", "Bring the plans.", "Due",
                "Assigned to Sam Scheduler",
                chief.name())) {
            assertThat(line).containsText(change);
        }
    }

    private static Locator summary(Page page) {
        return Seen.dialog(page).getByLabel("Summary");
    }
}
