package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** One opportunity: its fields where they stand, its outcome, and what is planned. */
public class OpportunityForm extends BrowserCase {

    /** Whether the ribbon, were it to be hit, would leave all corners of the element free. */
    private static final String CLEAR = """
            element => {
                const band = document.querySelector('.corner b');
                band.style.pointerEvents = 'auto';
                const { left, right, top, bottom } = element.getBoundingClientRect();
                const free = (x, y) => !band.contains(document.elementFromPoint(x, y));
                return free(left + 1, top + 1) && free(right - 1, top + 1) && free(left + 1, bottom - 1) && free(right - 1, bottom - 1);
            }""";

    private final Person person = Person.salesperson("Form Filler");
    private final long id = person.opportunity("Ferry terminal");

    @Test
    public void fields_are_edited_in_place_and_a_manual_probability_can_be_reset() {
        Page page = visit(person, "/opportunities/" + id);
        page.getByTitle("Edit name").click();
        write(page, "Name", "Ferry terminal north");
        assertThat(Seen.heading(page, "Ferry terminal north")).isVisible();
        edit(page, "Expected revenue", "1100");
        assertThat(field(page, "Expected revenue")).containsText("1,100");
        edit(page, "Expected revenue", "1250");
        assertThat(field(page, "Expected revenue")).containsText("1,250");
        Locator revenue = page.locator("crm-feed .entry").filter(new Locator.FilterOptions().setHasText("Expected revenue"));
        assertThat(revenue).containsText("1,250");
        assertThat(revenue).hasCount(1);
        assertThat(revenue).not().containsText("1,100");
        edit(page, "Probability", "75");
        assertThat(field(page, "Probability")).containsText("75%");
        assertEquals("Ferry terminal north", server().path("name").asText());
        assertEquals(1250, server().path("expectedRevenue").path("amount").asDouble(), 0.001);
        assertEquals(75, server().path("probability").asDouble(), 0.001);
        assertThat(page.getByText("manual", new Page.GetByTextOptions().setExact(true))).isVisible();
        Seen.button(page, "Reset").click();
        assertThat(page.getByText("manual", new Page.GetByTextOptions().setExact(true))).isHidden();
        assertThat(field(page, "Probability")).not().containsText("75%");
        assertFalse(server().path("probabilityManual").asBoolean());
    }

    @Test
    public void who_may_only_read_sees_text_where_others_have_fields() {
        Person reader = Person.salesperson("Rita Reader");
        person.rest().patch("/opportunities/" + id, Map.of("phone", "+49 30 1234")).expect(200);
        person.rest().post("/records/opportunity/" + id + "/followers", Map.of("person", Map.of("kind", "user", "id", reader.id())))
                .expect(201);
        Page page = visit(reader, "/opportunities/" + id);
        assertThat(Seen.heading(page, "Ferry terminal")).isVisible();
        assertThat(page.locator("crm-field[name=phone]")).containsText("+49 30 1234");
        assertThat(page.locator("crm-field button")).hasCount(0);
        assertThat(Seen.button(page, "Mark won")).hasCount(0);
        assertThat(Seen.button(page, "Schedule")).hasCount(0);
    }

    @Test
    public void P5_won_and_lost_wear_their_ribbon_with_date_and_person_and_restore_takes_it_off() {
        Page page = visit(person, "/opportunities/" + id);
        Locator ribbon = page.locator(".corner");
        Locator outcome = page.locator(".outcome");
        Seen.button(page, "Mark won").click();
        assertThat(ribbon).hasText("WON");
        assertEquals("the ribbon keeps clear of the menu", true, page.locator("crm-record-menu button").first().evaluate(CLEAR));
        page.setViewportSize(390, 780);
        assertEquals("on a phone too", true, page.locator("crm-record-menu button").first().evaluate(CLEAR));
        page.setViewportSize(1440, 900);
        assertThat(outcome).containsText(String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear()));
        assertThat(outcome).containsText("by Form Filler");
        assertEquals("won", server().path("outcome").asText());
        Seen.button(page, "Restore").click();
        assertThat(ribbon).isHidden();
        assertEquals("open", server().path("outcome").asText());
        Seen.button(page, "Mark lost").click();
        Locator reason = Seen.dialog(page).getByRole(AriaRole.RADIO).first();
        reason.check();
        Seen.button(Seen.dialog(page), "Mark lost").click();
        assertThat(ribbon).hasText("LOST");
        assertThat(outcome).containsText(server().path("lostReason").path("name").asText());
        assertThat(outcome).containsText("by Form Filler");
    }

    @Test
    public void P9_the_first_activity_is_edited_in_its_popup_and_done_moves_the_status_bar_and_the_feed_tells_it() {
        Page page = visit(person, "/opportunities/" + id);
        assertThat(here(page)).hasText("New");
        Locator planned = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^Planned activities")));
        planned.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Edit: "))).click();
        Locator popup = Seen.dialog(page);
        assertThat(popup.getByRole(AriaRole.HEADING)).hasText("Edit activity");
        LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        popup.getByLabel("Summary").fill("Ring the harbour master");
        popup.getByLabel("Due", new Locator.GetByLabelOptions().setExact(true)).fill(due.toString());
        Seen.button(popup, "Save").click();
        assertThat(popup).isHidden();
        assertThat(planned).containsText("Ring the harbour master");
        JsonNode saved = person.rest().get("/activities?record=opportunity:" + id).json().path("items").get(0);
        assertEquals(due.toString(), saved.path("dueDate").asText());

        planned.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Done: "))).click();
        planned.getByLabel("Outcome").fill("He wants an offer");
        Seen.button(planned, "Mark done").click();
        assertThat(here(page)).hasText("First Activity");
        assertThat(Seen.toast(page)).containsText("First Activity");
        Locator feed = page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("History and followers"));
        assertThat(feed).containsText("He wants an offer");
        assertThat(feed).containsText(Pattern.compile("Moved\\s+New.*First Activity"));
        person.serverSees(id, "First Activity");
    }

    @Test
    public void P7_the_way_through_the_stages_and_deleting_are_behind_more() {
        person.rest().post("/opportunities/" + id + "/stage-moves", Map.of("stageId", stage("Qualified"))).expect(200);
        Page page = visit(person, "/opportunities/" + id);
        Seen.button(page, "More").press("Enter");
        Seen.button(page, "Stage history").press("Enter");
        Locator lines = Seen.dialog(page).getByRole(AriaRole.LISTITEM);
        assertThat(lines).hasCount(2);
        assertThat(lines.first()).containsText(Pattern.compile("New.*Qualified.*Form Filler", Pattern.DOTALL));
        assertThat(lines.last()).containsText("Began in New");
        page.keyboard().press("Escape");
        assertThat(Seen.dialog(page)).isHidden();

        Seen.button(page, "More").click();
        Seen.button(page, "Delete …").click();
        Seen.button(Seen.dialog(page), "Cancel").click();
        assertThat(Seen.heading(page, "Ferry terminal")).isVisible();
        Seen.button(page, "More").click();
        Seen.button(page, "Delete …").click();
        Seen.button(Seen.dialog(page), "Delete").click();
        assertThat(Seen.toast(page)).containsText("Ferry terminal");
        person.rest().get("/opportunities/" + id).expect(404);
    }

    private JsonNode server() {
        return person.rest().get("/opportunities/" + id).expect(200).json();
    }

    private static Locator here(Page page) {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Stages")).locator("[aria-current=step]");
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + label + ":")));
    }

    private static void edit(Page page, String label, String text) {
        field(page, label).click();
        write(page, label, text);
    }

    private static void write(Page page, String label, String text) {
        Locator input = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
        input.fill(text);
        input.press("Enter");
        assertThat(Seen.live(page)).containsText(label + " saved.");
    }
}
