package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;

/** Two people at one pipeline: what one does comes in at the other, and never over what the other is writing. */
public class LiveUpdates extends BrowserCase {

    private final Person owner = Person.salesperson("Lou Live");
    private final Person chief = Person.make("Chief Changer", "admin");

    @Test
    public void a_card_that_another_person_drags_slides_on_ones_own_board_with_count_and_sum() {
        owner.opportunity("Stays", Map.of("expectedRevenue", Map.of("amount", "1000", "currency", "EUR")));
        owner.opportunity("Wanders", Map.of("expectedRevenue", Map.of("amount", "2000", "currency", "EUR")));
        Page mine = visit(owner, "/pipeline");
        Board board = new Board(mine);
        board.holds("New", "Wanders", "Stays");
        Page theirs = visit(chief, "/pipeline?salesperson=" + owner.id());
        connected(mine);

        new Board(theirs).drag("Wanders", "Qualified", 0);

        board.holds("Qualified", "Wanders");
        board.holds("New", "Stays");
        assertThat(board.column("Qualified").locator(".sum")).containsText("2,000");
        assertThat(board.column("New").locator(".sum")).containsText("1,000");
    }

    @Test
    public void a_card_that_another_person_deletes_or_takes_away_leaves_ones_own_board() {
        long deleted = owner.opportunity("Is deleted");
        long taken = owner.opportunity("Is taken over");
        owner.opportunity("Is left");
        Page page = visit(owner, "/pipeline");
        Board board = new Board(page);
        board.holds("New", "Is left", "Is taken over", "Is deleted");
        connected(page);

        chief.rest().delete("/opportunities/" + deleted).expect(204);
        board.holds("New", "Is left", "Is taken over");
        JsonNode follower = owner.rest().get("/records/opportunity/" + taken + "/followers").json().path("items").get(0);
        chief.rest().delete("/records/opportunity/" + taken + "/followers/" + follower.path("id").asLong()).expect(204);
        chief.rest().patch("/opportunities/" + taken, Map.of("salespersonId", chief.id())).expect(200);

        board.holds("New", "Is left");
    }

    @Test
    public void what_happened_while_one_was_offline_is_there_when_the_line_is_back() {
        long id = owner.opportunity("Sleeper");
        Page page = visit(owner, "/pipeline");
        Board board = new Board(page);
        board.holds("New", "Sleeper");
        connected(page);
        page.context().setOffline(true);
        assertThat(page.locator(".offline")).hasText("You are offline. Nothing can be saved until you are back.");
        chief.rest().post("/opportunities/" + id + "/stage-moves", Map.of("stageId", stage("Proposition"))).expect(200);
        board.holds("New", "Sleeper");

        page.context().setOffline(false);
        assertThat(page.locator(".offline")).hasText("");

        board.holds("Proposition", "Sleeper");
    }

    @Test
    public void what_one_is_typing_is_kept_while_another_changes_it_and_theirs_can_be_taken() {
        long id = owner.opportunity("Contested", Map.of("phone", "+49 0"));
        Page page = visit(owner, "/opportunities/" + id);
        connected(page);
        Locator phone = page.locator("crm-field[name=phone]");
        phone.getByRole(AriaRole.BUTTON).click();
        phone.getByRole(AriaRole.TEXTBOX).fill("+49 2");
        chief.rest().patch("/opportunities/" + id, Map.of("phone", "+49 1", "name", "Contested and renamed")).expect(200);

        assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Chief Changer changed this to “+49 1”");
        assertThat(phone.getByRole(AriaRole.TEXTBOX)).hasValue("+49 2");
        assertThat(Seen.heading(page, "Contested and renamed")).isVisible();
        Seen.button(phone, "Take theirs").click();

        assertThat(phone.locator(".value")).containsText("+49 1");
        assertEquals("+49 1", owner.rest().get("/opportunities/" + id).json().path("phone").asText());
    }

    @Test
    public void a_card_edited_in_place_keeps_what_is_typed_and_mine_wins_when_i_say_so() {
        long id = owner.opportunity("Quay wall");
        Page page = visit(owner, "/pipeline");
        Board board = new Board(page);
        board.link("Quay wall").focus();
        connected(page);
        page.keyboard().press("e");
        Locator name = page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
        assertThat(name).isFocused();
        name.fill("Quay wall south");
        chief.rest().patch("/opportunities/" + id, Map.of("name", "Quay wall north")).expect(200);

        assertThat(page.locator("crm-card-edit").getByRole(AriaRole.ALERT))
                .containsText("Chief Changer changed the name to “Quay wall north”");
        assertThat(name).hasValue("Quay wall south");
        Seen.button(page, "Keep mine").click();
        Seen.button(page, "Save").click();

        board.holds("New", "Quay wall south");
        assertThat(board.link("Quay wall south")).isFocused();
        Await.that("mine is stored", Duration.ofSeconds(10),
                () -> "Quay wall south".equals(owner.rest().get("/opportunities/" + id).json().path("name").asText()));
    }

    @Test
    public void the_list_and_the_history_follow_too() {
        long id = owner.opportunity("Listed");
        Page list = visit(owner, "/pipeline?view=list");
        assertThat(new Board(list).link("Listed")).isVisible();
        Page form = visit(owner, "/opportunities/" + id);
        connected(list);
        connected(form);

        chief.rest().patch("/opportunities/" + id, Map.of("name", "Listed anew", "phone", "+33 5")).expect(200);

        assertThat(new Board(list).link("Listed anew")).isVisible();
        assertThat(form.locator("crm-feed")).containsText("+33 5");
    }

    @Test
    public void a_report_says_what_changed_since_and_its_figures_wait_for_refresh() {
        owner.opportunity("Counted");
        Page page = visit(owner, "/reports");
        Locator came = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Funnel, as a table")).getByRole(AriaRole.LINK)
                .first();
        assertThat(came).hasText("1");
        connected(page);

        // One act, so one piece of news: one that came after the refresh would rightly be told again.
        owner.opportunity("Counted later");

        assertThat(page.locator(".report-news")).containsText("1 opportunity changed since");
        assertThat(came).hasText("1");
        Seen.button(page, "Refresh").click();
        assertThat(came).hasText("2");
        assertThat(page.locator(".report-news")).isHidden();
    }

    @Test
    public void contacts_come_in_and_change_in_the_list_and_on_their_page() {
        String mark = Long.toString(System.nanoTime(), 36);
        long id = chief.rest().post("/contacts", Map.of("name", "Quay " + mark)).expect(201).id();
        Page list = visit(owner, "/contacts?q=" + mark);
        assertThat(list.getByRole(AriaRole.ROW)).hasCount(2);
        Page sheet = visit(owner, "/contacts/" + id);
        assertThat(Seen.heading(sheet, "Quay " + mark)).isVisible();
        connected(list);
        connected(sheet);
        sheet.locator("crm-field[name=phone]").getByRole(AriaRole.BUTTON).click();
        sheet.locator("crm-field[name=phone]").getByRole(AriaRole.TEXTBOX).fill("+49 2");

        chief.rest().patch("/contacts/" + id, Map.of("company", "Harbour Works", "phone", "+49 1")).expect(200);
        chief.rest().post("/contacts", Map.of("name", "Quay too " + mark)).expect(201);

        assertThat(list.getByRole(AriaRole.ROW)).hasCount(3);
        assertThat(list.locator(".contacts")).containsText("Harbour Works");
        assertThat(sheet.locator("crm-field[name=company]")).containsText("Harbour Works");
        assertThat(sheet.locator("crm-field[name=phone]").getByRole(AriaRole.ALERT)).containsText("Chief Changer changed this to “+49 1”");
        assertThat(sheet.locator("crm-field[name=phone]").getByRole(AriaRole.TEXTBOX)).hasValue("+49 2");
    }

    /** Waits until the page hears the server. */
    private static void connected(Page page) {
        assertThat(page.locator("html[data-live=on]")).isAttached();
    }
}
