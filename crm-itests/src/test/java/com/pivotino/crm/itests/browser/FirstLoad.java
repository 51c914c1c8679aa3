package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/** The board comes in few requests; views and dialogs come when they are wanted, and say so when they cannot. */
public class FirstLoad extends BrowserCase {

    private final Person person = Person.salesperson("Lou Loader");

    @Test
    public void the_board_needs_at_most_25_requests_and_no_module_of_another_view() {
        person.opportunity("Quick to see");
        Page page = visit(person, "/api/health/live");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().startsWith("http")) {
                asked.add(request.url().replaceFirst("^https?://[^/]+", ""));
            }
        });
        page.addInitScript("customElements.whenDefined('crm-board').then(() => { const board = customElements.get('crm-board').prototype;"
                + " const { draw } = board;"
                + " board.draw = function (...columns) { window.draws = (window.draws || 0) + 1; return draw.apply(this, columns); }; })");
        page.navigate("/pipeline");
        assertThat(new Board(page).link("Quick to see")).isVisible();
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.locator("html[data-live=on]")).isVisible();

        assertTrue(asked.size() + " requests: " + asked, asked.size() <= 25);
        assertEquals("asked for once: " + asked, 1, asked.stream().filter(url -> url.startsWith("/api/board")).count());
        assertEquals("drawn once", 1, page.evaluate("draws"));
        assertTrue("dates and numbers are made ready in a thread of their own: " + asked,
                asked.stream().anyMatch(url -> url.endsWith("/workers/locale.js")));
        assertEquals(List.of(), asked.stream().filter(url -> url.contains("/joined/") && url.endsWith(".js")).toList());
    }

    @Test
    public void a_view_whose_modules_do_not_come_says_so_and_comes_with_the_next_try() {
        Page page = visit(person, "/pipeline");
        assertThat(Seen.heading(page, "Pipeline")).isVisible();
        page.route("**/joined/**", Route::abort);
        page.route(url -> url.endsWith("/") && !url.contains("/api/"), Route::abort);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Contacts").setExact(true)).first().click();
        assertThat(page.getByText("The server cannot be reached.").first()).isVisible();
        page.unrouteAll();

        Seen.button(page, "Try again").click();
        assertThat(Seen.heading(page, "Contacts")).isVisible();
        page.context().setOffline(true);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reports").setExact(true)).first().click();
        assertThat(page.getByText("You are offline.").first()).isVisible();
    }

    @Test
    public void a_page_that_is_left_lets_go_of_its_stream_and_takes_it_up_when_one_comes_back() {
        Page page = visit(person, "/pipeline");
        assertThat(page.locator("html[data-live=on]")).isVisible();
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        assertThat(page.locator("html[data-live=away]")).isVisible();
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        assertThat(page.locator("html[data-live=on]")).isVisible();
    }

    @Test
    public void whoever_signs_out_leaves_no_draft_in_the_browser() {
        long id = person.opportunity("Secret plans");
        Page page = visit(person, "/opportunities/" + id);
        page.locator("crm-field[name=phone]").getByRole(AriaRole.BUTTON).click();
        page.locator("crm-field[name=phone]").getByRole(AriaRole.TEXTBOX).fill("+49 secret");
        assertEquals(true, page.evaluate("JSON.stringify(localStorage).includes('+49 secret')"));
        page.getByLabel("Lou Loader: profile, settings, sign out").click();
        Seen.button(page, "Sign out").click();

        assertThat(Seen.heading(page, "Sign in")).isVisible();
        assertEquals(false, page.evaluate("JSON.stringify(localStorage).includes('+49 secret')"));
    }
}
