package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

/** A partner's custom elements in each of the five slots, and the page that says what becomes of plugins. */
public class PartnerElements extends BrowserCase {

    private static final List<String> SLOTS = List.of("card-badge", "form-section", "board-action", "menu-entry", "settings-page");

    private final Person person = Person.salesperson("Paula Partner");

    @Test
    public void an_element_stands_in_each_of_the_five_slots_with_what_it_is_about() {
        String name = "Slots " + System.nanoTime();
        long card = person.opportunity(name);
        Page page = visit(person, "/api/health/live");
        page.route("**/api/ui-elements*", route -> json(route, "{\"items\": [" + SLOTS.stream().map(slot -> "{\"slot\": \"" + slot
                + "\", \"tag\": \"acme-" + slot + "\", \"module\": \"/extensions/acme/" + slot + ".js\", \"title\": \"Acme " + slot + "\"}")
                .collect(Collectors.joining(", ")) + "], \"next\": null}"));
        page.route("**/extensions/acme/*.js", route -> {
            String slot = route.request().url().replaceAll(".*/|\\.js", "");
            route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody("customElements.define('acme-" + slot
                    + "', class extends HTMLElement { set subject(s) { this.textContent = '" + slot + " of ' + (s?.name ?? 'all'); } });"));
        });
        page.navigate("/pipeline?q=" + name.replace(" ", "%20"));
        assertThat(page.locator("acme-card-badge").first()).hasText("card-badge of " + name);
        assertThat(page.locator("acme-board-action").first()).containsText("board-action of");
        page.navigate("/opportunities/" + card);
        assertThat(page.locator("acme-form-section")).hasText("form-section of " + name);
        page.getByText("Acme menu-entry").first().click();
        assertThat(page.locator("acme-menu-entry")).hasText("menu-entry of all");
        page.navigate("/settings/acme-settings-page");
        assertThat(page.locator("acme-settings-page")).hasText("settings-page of all");
    }

    @Test
    public void an_administrator_sees_which_plugin_is_shadowed_and_why() {
        Page page = visit(Person.make("Adam Plugins", "admin"), "/api/health/live");
        page.route("**/api/plugins*", route -> json(route, """
                {"items": [{"name": "acme.Pilot", "type": "StageProvider", "bundle": "acme-pilot", "version": "1.0.0", "serviceId": 9,
                "ranking": 1, "standard": false, "state": "shadowed",
                "reason": "pilot is that of other.Pilot, which has the higher ranking.",
                "failures": 0, "quarantinedUntil": null}], "next": null}"""));
        page.navigate("/settings/plugins");
        assertThat(page.locator("crm-settings-plugins")).containsText("acme.Pilot");
        assertThat(page.locator("crm-settings-plugins")).containsText("Shadowed");
        assertThat(page.locator("crm-settings-plugins")).containsText("pilot is that of other.Pilot");
    }

    private static void json(Route route, String body) {
        route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }
}
