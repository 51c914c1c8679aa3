package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.pivotino.crm.itests.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;

/** A file is looked at, tried, and only then brought in; the report says what became of each row. */
public class Importing extends BrowserCase {

    private static final String FILE =
            "Deal;Account;Value\nTug boats;Harbour Works;1200.50\nNo amount;Nobody;much\nBuoys;Harbour Works;300\n";

    @Test
    public void a_csv_is_previewed_tried_without_effect_and_imported_with_a_report() {
        Person person = Person.make("Import Manager", "manager");
        Page page = visit(person, "/import");
        page.getByLabel("Choose a CSV file").setInputFiles(new FilePayload("deals.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        Locator columns = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Columns of the file"));
        assertThat(columns).containsText("Tug boats · No amount · Buoys");
        page.getByLabel("Deal becomes").selectOption("name");
        page.getByLabel("Account becomes").selectOption("customer");
        page.getByLabel("Value becomes").selectOption("expectedRevenue");
        page.getByLabel("customers", new Page.GetByLabelOptions().setExact(true)).check();
        Seen.button(page, "Try it: nothing is changed").click();
        assertThat(Seen.heading(page, "What would happen")).isVisible();
        Locator report = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Report"));
        assertThat(report.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("problem"))).hasCount(1);
        assertEquals("A trial changes nothing", 0, person.rest().get("/opportunities?salesperson=me").json().path("items").size());

        Seen.button(page, "Import valid rows").click();
        assertThat(Seen.heading(page, "What happened")).isVisible();
        assertThat(report.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("made"))).hasCount(2);
        assertThat(Seen.button(page, "Import valid rows")).hasCount(0);
        Seen.button(page, "Try again").click();
        assertThat(Seen.heading(page, "What would happen")).isVisible();
        assertThat(Seen.button(page, "Take this import back")).isVisible();
        report.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open")).first().click();
        assertThat(Seen.heading(page, "Tug boats")).isVisible();
        assertThat(page.locator("main")).containsText("Harbour Works");
    }

    @Test
    public void an_ambiguous_date_is_asked_once_and_a_broken_file_says_where() {
        Person person = Person.make("Dates Manager", "manager");
        Page page = visit(person, "/import");
        byte[] broken = "Deal;Closing\nZo\u00eb;03/04/2027\nJ\u00f6rg;05/06/2027\nX;07/08/2027\n".getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 13] = (byte) 0xF6;
        page.getByLabel("Choose a CSV file").setInputFiles(new FilePayload("dates.csv", "text/csv", broken));
        assertThat(page.locator("main")).containsText("Line 4 is not written in UTF-8");
        page.getByLabel("Encoding").selectOption("windows-1252");
        Seen.button(page, "Send dates.csv again").click();
        assertThat(page.getByLabel("Closing becomes")).hasValue("closingDate");
        assertThat(Seen.button(page, "Try it: nothing is changed")).isDisabled();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("day first")).click();
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Order of day and month"))).hasCount(0);
        Seen.button(page, "Try it: nothing is changed").click();
        assertThat(Seen.heading(page, "What would happen")).isVisible();
    }

    @Test
    public void an_import_is_taken_back_and_what_was_worked_on_stays_with_its_reason() {
        Person person = Person.make("Undo Manager", "manager");
        String mark = Long.toString(System.nanoTime(), 36);
        Page page = visit(person, "/import");
        page.getByLabel("Choose a CSV file").setInputFiles(new FilePayload("deals.csv", "text/csv",
                ("Deal;Value\nKeep " + mark + ";100\nDrop " + mark + ";200\n").getBytes(StandardCharsets.UTF_8)));
        page.getByLabel("Deal becomes").selectOption("name");
        page.getByLabel("Value becomes").selectOption("expectedRevenue");
        Seen.button(page, "Try it: nothing is changed").click();
        Seen.button(page, "Import").click();
        assertThat(Seen.heading(page, "What happened")).isVisible();
        long kept = person.rest().get("/opportunities?q=" + mark + "&sort=name").json().path("items").get(1).path("id").asLong();
        person.rest().patch("/opportunities/" + kept, Map.of("description", "Worked on.")).expect(200);

        page = visit(person, "/import");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("deals.csv"))).containsText("2 made");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("deals.csv")).click();
        Seen.button(page, "Take this import back").click();
        assertThat(Seen.dialog(page)).containsText("worked on since stays");
        Seen.button(Seen.dialog(page), "Take it back").click();
        assertThat(Seen.heading(page, "Taken back")).isVisible();
        Locator report = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Report"));
        assertThat(report.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("removed"))).hasCount(1);
        assertThat(report.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("stays"))).hasCount(1);
        assertThat(Seen.button(page, "Take this import back")).isHidden();
        assertEquals(1, person.rest().get("/opportunities?q=" + mark).json().path("items").size());
    }

    @Test
    public void earlier_imports_are_listed_in_any_browser_and_taken_back_from_there() {
        Person person = Person.make("List Manager", "manager");
        String mark = Long.toString(System.nanoTime(), 36);
        long tried = upload(person, "tried.csv", mark);
        person.rest().post("/imports/" + tried + "/runs", Map.of("dryRun", true)).expect(202);
        ended(person, tried, "done");
        long done = upload(person, "brought in.csv", mark);
        person.rest().post("/imports/" + done + "/runs", Map.of()).expect(202);
        ended(person, done, "done");

        Page page = visit(person, "/import");
        Locator rows = page.getByRole(AriaRole.ROW);
        assertThat(rows.nth(1)).containsText("brought in.csv");
        assertThat(rows.nth(1)).containsText("1 made");
        assertThat(rows.nth(2)).containsText("only tried: 1 made");
        assertThat(Seen.button(page, "Take tried.csv back")).hasCount(0);
        Seen.button(page, "Take brought in.csv back").click();
        Seen.button(Seen.dialog(page), "Take it back").click();

        assertThat(rows.nth(1)).containsText("1 taken back");
        assertEquals(0, person.rest().get("/opportunities?q=" + mark).json().path("items").size());
        assertEquals("Nobody else knows of them", 0, Person.make("Other Manager", "manager").rest().get("/imports").json().path("items")
                .size());
    }

    private static long upload(Person person, String file, String mark) {
        return person.rest().send("POST", "/imports?kind=opportunities&fileName=" + file.replace(" ", "%20"), "text/csv",
                ("name,stage\nListed " + mark + ",New\n").getBytes(StandardCharsets.UTF_8)).expect(201).id();
    }

    private static void ended(Person person, long id, String state) {
        Await.that("the import is " + state, Duration.ofSeconds(30),
                () -> state.equals(person.rest().get("/imports/" + id).expect(200).json().path("state").asText()));
    }
}
