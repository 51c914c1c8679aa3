package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** The people and companies outside: found, made, kept right, and seen with what is done for them. */
public class Contacts extends BrowserCase {

    private final String mark = "Q" + Long.toString(System.nanoTime(), 36);

    @Test
    public void a_long_list_comes_page_by_page_as_one_scrolls_and_search_stands_in_the_address() {
        Person person = Person.salesperson("Connie Tact");
        for (int i = 0; i < 120; i++) {
            person.rest().post("/contacts", Map.of("name", mark + " " + String.format("%03d", i))).expect(201);
        }
        Page page = visit(person, "/contacts?q=" + mark);
        assertThat(rows(page)).hasCount(100);
        assertThat(page.getByText("120 contacts")).isVisible();
        rows(page).last().scrollIntoViewIfNeeded();
        assertThat(rows(page)).hasCount(120);
        assertThat(rows(page).last()).containsText(mark + " 119");

        page.getByLabel("Search contacts").fill(mark + " 007");
        assertThat(rows(page)).hasCount(1);
        assertTrue(page.url(), page.url().contains("007"));
        rows(page).first().getByRole(AriaRole.LINK).click();
        assertThat(Seen.heading(page, mark + " 007")).isVisible();
        page.goBack();
        assertThat(rows(page)).hasCount(1);
        page.getByLabel("Search contacts").fill("nobody at all " + mark);
        assertThat(page.getByText("No contacts match")).isVisible();
        Page first = visit(person, "/api/health/live");
        first.route(url -> url.contains("/api/contacts?"), route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json").setBody("{\"items\":[],\"next\":null,\"total\":0}")));
        first.navigate("/contacts");
        assertThat(first.getByText("No contacts yet.")).isVisible();
    }

    @Test
    public void a_new_contact_is_told_of_its_look_alike_and_made_all_the_same() {
        Person person = Person.salesperson("Dora Double");
        long twin = person.rest().post("/contacts", Map.of("name", mark + " first", "email", mark + "@twin.example")).expect(201).id();
        person.opportunity("Open with " + mark, Map.of("customerId", twin));
        Page page = visit(person, "/contacts");
        Seen.button(page, "New contact").click();
        assertThat(page.getByLabel("Name", exact())).isFocused();
        page.getByLabel("Name", exact()).fill(mark + " second");
        page.getByLabel("Email", exact()).fill(mark.toUpperCase() + "@twin.example");
        Locator hint = page.locator("crm-duplicates");
        assertThat(hint).containsText("Looks like " + mark + " first");
        assertThat(hint).containsText("Open with " + mark);
        page.reload();
        Seen.button(page, "New contact").click();
        assertThat(page.getByLabel("Name", exact())).hasValue(mark + " second");
        page.keyboard().press("Enter");
        assertThat(Seen.heading(page, mark + " second")).isVisible();
        assertEquals(2, person.rest().get("/contacts?email=" + mark + "@twin.example").json().path("items").size());
    }

    @Test
    public void quick_create_hints_at_the_same_address_and_never_blocks() {
        Person person = Person.salesperson("Hanna Hint");
        long twin = person.rest().post("/contacts", Map.of("name", mark + " Ltd", "email", mark + "@hint.example")).expect(201).id();
        person.opportunity("Running " + mark, Map.of("customerId", twin));
        Page page = visit(person, "/pipeline?new=1");
        page.getByLabel("Name", exact()).fill("Another " + mark);
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Customer")).fill("Somebody " + mark);
        page.getByText("New: Somebody " + mark).click();
        page.getByLabel("Email of the customer").fill(mark + "@hint.example");
        assertThat(page.locator("crm-duplicates")).containsText("Looks like " + mark + " Ltd (1 open opportunity: Running " + mark + ")");
        page.getByLabel("Take " + mark + " Ltd").click();
        assertThat(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Customer"))).hasValue(mark + " Ltd");
        assertThat(page.getByLabel("Email of the customer")).isHidden();
        Seen.button(page, "Add").click();
        assertThat(new Board(page).link("Another " + mark)).isVisible();
        Await.that("it is the known customer's", Duration.ofSeconds(10),
                () -> person.rest().get("/opportunities?customer=" + twin).json().path("items").size() == 2);
    }

    @Test
    public void fields_are_edited_where_they_stand_and_a_bounced_address_is_trusted_again() {
        Person person = Person.salesperson("Edith Editor");
        long id = person.rest().post("/contacts", Map.of("name", mark, "email", mark + "@old.example")).expect(201).id();
        person.rest().patch("/contacts/" + id, Map.of("bounced", true)).expect(200);
        Page page = visit(person, "/contacts/" + id);
        assertThat(page.locator("main")).containsText("came back for good");
        Seen.button(page, "The address is right again").click();
        assertThat(page.getByText("came back for good")).isHidden();
        page.getByTitle("Edit phone").click();
        page.keyboard().type("+33 4 72 00 00 00");
        page.keyboard().press("Enter");
        Await.that("the number is kept", Duration.ofSeconds(10),
                () -> person.rest().get("/contacts/" + id).json().path("phone").asText().equals("+33 4 72 00 00 00"));
        assertEquals(false, person.rest().get("/contacts/" + id).json().path("bounced").asBoolean());
    }

    @Test
    public void a_contact_shows_what_is_open_first_and_how_the_others_ended() {
        Person person = Person.salesperson("Olga Overview");
        long id = person.rest().post("/contacts", Map.of("name", mark)).expect(201).id();
        Map<String, ?> customer = Map.of("customerId", id, "expectedRevenue", Map.of("amount", "18400", "currency", "EUR"));
        person.opportunity("Still open", customer);
        long won = person.opportunity("Was won", customer);
        person.rest().post("/opportunities/" + won + "/won", Map.of("openActivities", "cancel")).expect(200);
        Page page = visit(person, "/contacts/" + id);
        assertThat(table(page, "Open opportunities").getByRole(AriaRole.LINK)).hasText("Still open");
        assertThat(table(page, "Open opportunities")).containsText("18,400");
        assertThat(table(page, "Won and lost").getByRole(AriaRole.LINK)).hasText("Was won");
        table(page, "Won and lost").getByRole(AriaRole.LINK).click();
        assertThat(Seen.heading(page, "Was won")).isVisible();
    }

    @Test
    public void doubles_are_merged_after_seeing_what_moves_and_come_back_with_one_undo() {
        Person person = Person.make("Merle Merger", "salesperson", "manager");
        long kept = person.rest().post("/contacts", Map.of("name", mark + " Co", "email", mark + "@twin.example")).expect(201).id();
        long gone = person.rest().post("/contacts", Map.of("name", mark + " Company", "email", mark + "@twin.example",
                "phone", "+49 30 9876543")).expect(201).id();
        long deal = person.opportunity("Deal of the double", Map.of("customerId", gone));
        Page page = visit(person, "/contacts/" + kept);
        Seen.button(page, "Merge …").click();
        Locator dialog = Seen.dialog(page);
        dialog.getByText("Looks like").getByRole(AriaRole.BUTTON).first().click();
        assertThat(dialog).containsText("\"Deal of the double\" goes to " + mark + " Co.");
        assertThat(dialog.getByLabel("Keep this one")).isChecked();
        assertEquals("nothing is done yet", gone, customerOf(person, deal));
        Seen.button(dialog, "Merge").click();
        assertThat(dialog).hasCount(0);
        assertThat(page.locator("crm-field[name=phone]")).containsText("9876543");
        assertThat(table(page, "Open opportunities")).containsText("Deal of the double");
        assertEquals(kept, customerOf(person, deal));
        assertThat(visit(person, "/contacts/" + gone)).hasURL(Pattern.compile("/contacts/" + kept + "$"));
        Seen.button(Seen.toast(page), "Undo").click();
        Await.that("the double is there again", Duration.ofSeconds(10), () -> customerOf(person, deal) == gone);
        person.rest().get("/contacts/" + gone).expect(200);
    }

    @Test
    public void what_is_planned_for_a_contact_stands_on_its_page_and_is_done_there() {
        Person person = Person.salesperson("Pia Planner");
        long id = person.rest().post("/contacts", Map.of("name", mark)).expect(201).id();
        long deal = person.opportunity("Deal with plans", Map.of("customerId", id));
        person.rest().post("/activities", Map.of("record", Map.of("type", "opportunity", "id", deal), "typeId", 1,
                "summary", "Ask for the size")).expect(201);
        Page page = visit(person, "/contacts/" + id);
        Locator planned = page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Planned activities"));
        assertThat(planned).containsText("Ask for the size");
        assertThat(planned).containsText("Deal with plans");
        page.navigate("/opportunities/" + deal);
        page.getByLabel("Open " + mark).click();
        assertThat(Seen.heading(page, mark)).isVisible();
    }

    private static long customerOf(Person person, long deal) {
        return person.rest().get("/opportunities/" + deal).expect(200).json().path("customer").path("id").asLong();
    }

    private static Locator table(Page page, String name) {
        return page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    private static Locator rows(Page page) {
        return page.locator("table.contacts tbody tr");
    }
}
