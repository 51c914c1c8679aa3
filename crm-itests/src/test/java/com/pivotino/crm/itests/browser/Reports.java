package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** Figures as a picture and a table; each leads to the records behind it. */
public class Reports extends BrowserCase {

    private final Person person = Person.salesperson("Rita Report");
    private final JsonNode reasons = admin().get("/lost-reasons").expect(200).json().path("items");

    @Test
    public void missed_sales_are_counted_by_reason_and_a_mark_opens_exactly_its_records_by_keys_alone() {
        lose("Dear one", 0, "1000");
        lose("Dear two", 0, "3000");
        lose("Elsewhere", 1, "500");
        Page page = visit(person, "/reports/missed-sales?salesperson=me");
        assertThat(page.locator(".report-lead")).containsText("3 lost, €");
        Locator chart = page.getByLabel("Lost by reason", new Page.GetByLabelOptions().setExact(true));
        Locator marks = chart.locator(".mark");
        assertThat(marks).hasCount(2);
        marks.first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(marks.nth(1)).isFocused();
        assertTrue(marks.nth(1).getAttribute("aria-label"), marks.nth(1).getAttribute("aria-label")
                .startsWith(reason(1) + ": 1 opportunity lost, €"));
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(rows(page)).hasCount(2);
        assertThat(rows(page).filter(new Locator.FilterOptions().setHasText("Elsewhere"))).hasCount(0);
        page.goBack();
        assertThat(marks).hasCount(2);

        page.getByLabel("1: lost, " + reason(1)).click();
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText("Elsewhere");
    }

    @Test
    public void groups_measure_and_period_stand_in_the_address_and_currencies_are_never_added() {
        lose("In euros", 0, "1000");
        long dollars = person.opportunity("In dollars", Map.of("expectedRevenue", Map.of("amount", "2000", "currency", "USD")));
        person.rest().post("/opportunities/" + dollars + "/lost", Map.of("lostReasonId", reasons.get(0).path("id").asLong(), "note",
                "gone")).expect(200);
        Page page = visit(person, "/reports/missed-sales?salesperson=me");
        Seen.button(page, "Lost from").click();
        Seen.button(page, "USD").click();
        assertTrue(page.url(), page.url().contains("groupBy=stage") && page.url().contains("measure=USD"));
        page.reload();
        assertThat(Seen.heading(page, "Lost by stage")).isVisible();
        assertThat(page.locator(".chart .value")).containsText("2,000");
        Locator total = page.locator("tfoot td").last();
        assertThat(total.locator(".amount")).hasCount(2);
        page.getByLabel("Period").selectOption("last-year");
        assertThat(page.getByText("Nothing was lost in this time.")).isVisible();
        Seen.button(page, "All time").click();
        assertThat(total.locator(".amount")).hasCount(2);
    }

    @Test
    public void the_pipeline_report_shows_forecast_funnel_win_rate_and_time_with_their_records() {
        person.opportunity("Open", Map.of("expectedRevenue", Map.of("amount", "10000", "currency", "EUR"), "expectedClosing",
                "2031-05-20"));
        long won = person.opportunity("Won");
        person.rest().post("/opportunities/" + won + "/won", Map.of("openActivities", "cancel")).expect(200);
        lose("Lost", 0, "100");
        Page page = visit(person, "/reports?salesperson=me");
        assertThat(table(page, "Forecast")).containsText("May 2031");
        assertThat(table(page, "Forecast")).containsText("1,000");
        assertThat(page.locator("crm-report-pipeline")).containsText("50% of 2 closed deals won");
        assertThat(page.getByLabel("Win rate by month").locator(".mark").last()).hasAttribute("aria-label",
                Pattern.compile("50% won, 1 won and 1 lost"));
        page.getByLabel("3: entered New").click();
        assertThat(rows(page)).hasCount(3);
        page.goBack();
        page.getByLabel("1: open, closing in May 2031").click();
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).containsText("Open");
    }

    @Test
    public void a_report_is_saved_as_it_stands_and_taken_again() {
        lose("Saved for later", 0, "100");
        Page page = visit(person, "/reports/missed-sales?salesperson=me&groupBy=month");
        assertThat(Seen.heading(page, "Lost by month")).isVisible();
        page.getByLabel("Saved views").click();
        page.getByLabel("Name of this view").fill("My losses");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Saved views: My losses")).isVisible();
        page.navigate("/reports");
        page.getByLabel("Saved views").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My losses")).click();
        assertThat(Seen.heading(page, "Lost by month")).isVisible();
        assertThat(page.locator(".report-lead")).containsText("1 lost");
        page.navigate("/pipeline");
        page.getByLabel("Saved views").click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My losses"))).hasCount(0);
    }

    @Test
    public void reports_fit_a_phone() {
        lose("Small screen", 0, "100");
        Page page = visit(person, desktop().setViewportSize(390, 844).setHasTouch(true), "/reports/missed-sales?salesperson=me");
        assertThat(page.locator(".chart .mark")).hasCount(1);
        assertEquals("Nothing sticks out to the side", 390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
        page.navigate("/reports?salesperson=me");
        assertThat(Seen.heading(page, "Win rate")).isVisible();
        assertEquals("Nothing sticks out to the side", 390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
    }

    private void lose(String name, int reason, String amount) {
        long id = person.opportunity(name, Map.of("expectedRevenue", Map.of("amount", amount, "currency", "EUR")));
        person.rest().post("/opportunities/" + id + "/lost", Map.of("lostReasonId", reasons.get(reason).path("id").asLong(), "note",
                "gone")).expect(200);
    }

    private String reason(int index) {
        return reasons.get(index).path("name").asText();
    }

    private static Locator rows(Page page) {
        return page.getByRole(AriaRole.GRID).locator(".l-row");
    }

    private static Locator table(Page page, String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name + ", as a table"));
    }
}
