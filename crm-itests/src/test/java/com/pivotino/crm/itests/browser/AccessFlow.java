package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.pivotino.crm.itests.CrmProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Every view in both schemes, wide and narrow: no axe violation, and nothing that sticks out at the side. */
public class AccessFlow {

    private static final String LONG = "A name that somebody pasted from the subject line of a mail: offer for the complete re-fitting of the laboratory";

    private final World world = BrowserIT.WORLD;
    private final List<String> found = new ArrayList<>();

    @Test
    public void no_view_has_a_violation() {
        String login = world.person("admin");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                look(login, scheme, width);
            }
        }
        assertEquals(List.of(), found);
    }

    private void look(String login, ColorScheme scheme, int width) {
        try (Window window = world.window(new Browser.NewContextOptions().setViewportSize(width, 820).setColorScheme(scheme).setReducedMotion(
                ReducedMotion.REDUCE))) {
            String where = scheme + " " + width + " ";
            window.open("/pipeline");
            check(window, where + "sign-in");
            window.signIn(login, CrmProcess.PASSWORD);
            long open = window.card(LONG, Map.of("customer", Map.of("name", LONG), "tags", List.of("laboratory", "ventilation"), "priority", 3));
            long won = window.card("Won one", Map.of());
            window.rest().post("/opportunities/" + won + "/won", Map.of()).expect(200);
            for (String path : List.of("/pipeline", "/opportunities/" + open, "/opportunities/" + won, "/import", "/settings/you", "/settings/due-dates",
                    "/settings/people", "/settings/teams", "/settings/keys", "/onboarding", "/nowhere")) {
                window.open(path);
                assertThat(window.page().locator("h1").first()).isVisible();
                window.page().waitForLoadState(LoadState.NETWORKIDLE);
                check(window, where + path);
            }
            dialogs(window, open, where);
        }
    }

    private void dialogs(Window window, long open, String where) {
        window.open("/opportunities/" + open).button("Mark lost").click();
        assertThat(window.dialog().getByText("Too expensive")).isVisible();
        check(window, where + "lost dialog");
        window.press("Escape").button("Schedule").click();
        assertThat(window.dialog().getByLabel("Summary")).isVisible();
        check(window, where + "activity dialog");
        window.press("Escape").press("?");
        assertThat(window.dialog()).containsText("Anywhere");
        check(window, where + "keys");
    }

    private void check(Window window, String where) {
        new AxeBuilder(window.page()).analyze().getViolations().forEach(v -> found.add(where + ": " + v.getId() + " at " + v.getNodes().get(0).getTarget()));
        Object over = window.page().evaluate("document.documentElement.scrollWidth - innerWidth");
        if (((Number) over).intValue() > 0) {
            found.add(where + ": wider than the window by " + over);
        }
    }
}
