package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** P18: the pipeline as rows; many are selected and handled at once. */
public class ListAndBulk extends BrowserCase {

    private final Person person = Person.salesperson("Lisa List");

    @Test
    public void keys_pressed_before_a_dialog_has_arrived_are_for_the_dialog() {
        long id = person.opportunity("Soon");
        Page page = visit(person, "/pipeline?view=list&sort=createdAt");
        List<Route> held = new ArrayList<>();
        page.route("**/dialogs.js", held::add);
        row(page, "Soon").focus();
        page.keyboard().press("x");
        page.waitForRequest("**/dialogs.js", () -> page.keyboard().press("m"));
        page.keyboard().type("qual");
        page.keyboard().press("Enter");
        held.get(0).resume();
        assertThat(Seen.toast(page)).containsText("1 opportunity moved to Qualified.");
        person.serverSees(id, "Qualified");
    }

    @Test
    public void P18_x_and_shift_select_and_the_bar_moves_them_all_and_undo_brings_them_back() {
        long[] ids = {person.opportunity("One"), person.opportunity("Two"), person.opportunity("Three"), person.opportunity("Four")};
        Page page = visit(person, "/pipeline?view=list&sort=createdAt");
        row(page, "One").focus();
        page.keyboard().press("x");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        Locator bar = page.getByRole(AriaRole.TOOLBAR);
        assertThat(bar).containsText("3 selected");
        assertThat(row(page, "Four")).hasAttribute("aria-selected", "false");

        page.keyboard().press("m");
        page.keyboard().type("qual");
        page.keyboard().press("Enter");

        assertThat(Seen.toast(page)).containsText("3 opportunities moved to Qualified.");
        assertThat(row(page, "Two")).containsText("Qualified");
        assertThat(row(page, "Four")).containsText("New");
        person.serverSees(ids[0], "Qualified");
        person.serverSees(ids[2], "Qualified");
        assertThat(bar).isHidden();
        Seen.button(Seen.toast(page), "Undo").click();
        assertThat(row(page, "Two")).containsText("New");
        person.serverSees(ids[0], "New");
    }

    @Test
    public void P18_losing_many_asks_once_and_gives_each_the_reason() {
        long first = person.opportunity("Gone");
        long second = person.opportunity("Gone too");
        Page page = visit(person, "/pipeline?view=list");
        page.getByLabel("Select all rows shown").check();
        Seen.button(page, "Lost").click();
        assertThat(Seen.heading(page, "Why were 2 opportunities lost?")).isVisible();
        Locator reason = Seen.dialog(page).getByRole(AriaRole.RADIO).first();
        reason.check();
        Seen.dialog(page).getByLabel("What did we learn?").fill("Both went elsewhere.");
        Seen.button(Seen.dialog(page), "Mark lost").click();

        assertThat(Seen.toast(page)).containsText("2 opportunities marked lost. 2 activities are cancelled.");
        for (long id : new long[] {first, second}) {
            var stored = person.rest().get("/opportunities/" + id).expect(200).json();
            assertEquals("lost", stored.path("outcome").asText());
            assertEquals("Both went elsewhere.", stored.path("closingNote").asText());
        }
    }

    @Test
    public void P18_what_is_refused_is_told_by_name_while_the_others_are_done() {
        long kept = person.opportunity("Kept");
        long taken = person.opportunity("Gone meanwhile");
        Page page = visit(person, "/api/health/live");
        page.route("**/api/stream**", route -> route.abort());
        page.navigate("/pipeline?view=list");
        page.getByLabel("Select all rows shown").check();
        Person chief = Person.make("Chief Taker", "admin");
        chief.rest().patch("/opportunities/" + taken, Map.of("salespersonId", chief.id())).expect(200);
        Seen.button(page, "Tag").click();
        Seen.dialog(page).getByLabel("Add, separated by commas").fill("harbour");
        Seen.button(Seen.dialog(page), "Save").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("1 was refused");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Gone meanwhile");
        assertThat(row(page, "Kept")).containsText("harbour");
        assertTrue(person.rest().get("/opportunities/" + kept).json().path("tags").toString().contains("harbour"));
    }

    @Test
    public void P18_boxes_ticked_with_the_mouse_leave_the_keys_to_the_selection() {
        person.opportunity("Ticked");
        person.opportunity("Ticked too");
        Page page = visit(person, "/pipeline?view=list");
        row(page, "Ticked").getByRole(AriaRole.CHECKBOX).check();
        row(page, "Ticked too").getByRole(AriaRole.CHECKBOX).check();
        page.keyboard().press("m");
        page.keyboard().type("prop");
        page.keyboard().press("Enter");

        assertThat(Seen.toast(page)).containsText("2 opportunities moved to Proposition.");
        page.keyboard().press("Control+z");
        assertThat(Seen.toast(page)).containsText("Undone. 2 activities are open again. 2 are as they were.");
        assertThat(row(page, "Ticked")).containsText("New");
    }

    @Test
    public void columns_sort_and_filters_hold_in_the_list_and_stand_in_the_address() {
        person.opportunity("Big", Map.of("expectedRevenue", Map.of("amount", "9000", "currency", "EUR"), "tags",
                java.util.List.of("fleet")));
        person.opportunity("Small", Map.of("expectedRevenue", Map.of("amount", "10", "currency", "EUR"), "tags",
                java.util.List.of("fleet")));
        person.opportunity("Other");
        Page page = visit(person, "/pipeline?view=list&tag=fleet");
        assertThat(rows(page)).hasCount(2);
        Seen.button(page, "Amount").click();
        assertThat(rows(page).first()).containsText("Big");
        Seen.button(page, "Amount").click();
        assertThat(rows(page).first()).containsText("Small");
        assertThat(page).hasURL(Pattern.compile("sort=expectedRevenue"));
        page.getByLabel("Tag fleet. Remove this filter").click();
        assertThat(rows(page)).hasCount(3);
        page.goBack();
        assertThat(rows(page)).hasCount(2);
        rows(page).first().focus();
        page.keyboard().press("Enter");
        assertThat(Seen.heading(page, "Small")).isVisible();
    }

    private static Locator rows(Page page) {
        return page.locator(".l-row");
    }

    private static Locator row(Page page, String name) {
        return rows(page).filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.LINK,
                new Page.GetByRoleOptions().setName(name).setExact(true))));
    }
}
