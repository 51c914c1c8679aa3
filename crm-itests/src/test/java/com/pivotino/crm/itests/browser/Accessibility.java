package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** Every view without an axe violation, in both schemes, and board and form on a phone, with the longest names. */
public class Accessibility extends BrowserCase {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> PAGES = List.of("/import", "/contacts", "/contacts/{contact}", "/reports", "/reports/missed-sales",
            "/settings/you", "/settings/due-dates", "/settings/stages", "/settings/lost-reasons", "/settings/activity-types",
            "/settings/workspace", "/settings/people", "/settings/teams", "/settings/keys");
    private static final String LONG = "Renewal of the harbour lighting and the mooring equipment along all quays of the northern basin ".repeat(2).trim();

    private final List<String> violations = new ArrayList<>();

    @Test
    public void every_view_has_no_violation_in_light_and_dark() {
        Person person = Person.make("Axe Administrator", "admin");
        long id = world(person);
        long contact = person.rest().get("/opportunities/" + id).json().path("customer").path("id").asLong();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page stranger = visit(still(scheme), "/pipeline");
            assertThat(Seen.heading(stranger, "Sign in")).isVisible();
            look(stranger, "sign-in " + scheme);
            Page page = visit(person, still(scheme), "/onboarding");
            assertThat(page.getByText("An opportunity saved now would be due")).isVisible();
            look(page, "onboarding " + scheme);
            board(page, scheme.name());
            list(page, scheme.name());
            form(page, id, scheme.name());
            for (String path : PAGES) {
                page.navigate(path.replace("{contact}", String.valueOf(contact)));
                assertThat(page.getByRole(AriaRole.HEADING).nth(1).or(page.locator("crm-import-file")).or(page.locator(".contacts tbody"))
                        .first()).isVisible();
                look(page, path + " " + scheme);
            }
        }
        assertEquals(List.of(), violations);
    }

    @Test
    public void board_and_form_have_no_violation_on_a_phone() {
        Person person = Person.salesperson("Axe Phone");
        long id = world(person);
        Page page = visit(person, still(ColorScheme.LIGHT).setViewportSize(390, 844).setHasTouch(true), "/pipeline");
        board(page, "phone");
        list(page, "phone");
        form(page, id, "phone");
        assertEquals("Nothing sticks out to the side", 390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
        assertEquals(List.of(), violations);
    }

    private void board(Page page, String where) {
        page.navigate("/pipeline?salesperson=me");
        assertThat(new Board(page).link("Axe small")).isVisible();
        look(page, "board " + where);
        new Board(page).link("Axe small").focus();
        page.keyboard().press("l");
        assertThat(Seen.dialog(page).getByRole(AriaRole.RADIO).first()).isVisible();
        look(page, "lost dialog " + where);
    }

    private void list(Page page, String where) {
        page.navigate("/pipeline?view=list&salesperson=me");
        page.getByLabel("Select Axe small").check();
        assertThat(page.getByRole(AriaRole.TOOLBAR)).isVisible();
        look(page, "list " + where);
        Seen.button(page, "Filter").click();
        assertThat(Seen.dialog(page)).isVisible();
        look(page, "filter " + where);
    }

    private void form(Page page, long id, String where) {
        page.navigate("/opportunities/" + id);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Edit: ")))).isVisible();
        assertThat(page.locator("crm-feed .entry").first()).isVisible();
        look(page, "form " + where);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Edit: "))).click();
        assertThat(Seen.dialog(page)).isVisible();
        look(page, "activity popup " + where);
    }

    private void look(Page page, String view) {
        new AxeBuilder(page).withTags(RULES).analyze().getViolations().forEach(rule -> rule.getNodes().forEach(node ->
                violations.add(view + ": " + rule.getId() + " at " + node.getTarget() + " " + node.getFailureSummary())));
    }

    private static long world(Person person) {
        long id = person.opportunity(LONG, Map.of("expectedRevenue", Map.of("amount", "1234567.89", "currency", "EUR"),
                "customer", Map.of("name", "The Very Long Named Harbour and Waterways Construction Company of the North"), "priority", 2,
                "tags", List.of("renewal", "lighting"), "description", "They asked for an offer."));
        person.opportunity("Axe small");
        long reason = admin().get("/lost-reasons").expect(200).json().path("items").get(0).path("id").asLong();
        person.rest().post("/opportunities/" + person.opportunity("Axe lost") + "/lost", Map.of("lostReasonId", reason, "note", "gone"))
                .expect(200);
        return id;
    }

    private static Browser.NewContextOptions still(ColorScheme scheme) {
        return desktop().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE);
    }
}
