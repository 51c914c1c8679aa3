package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import com.pivotino.crm.itests.CrmProcess;
import java.nio.charset.StandardCharsets;
import org.junit.Test;

/** A file brought in by a manager: columns and stages mapped, tried, imported, told row by row, and never twice. */
public class ImportFlow {

    private static final String FILE = """
            deal_id,product,account,deal_stage,engage_date,close_date,close_value
            UI-1,Imported racks,Cancity,Engaging,10/20/2026,,
            UI-2,Imported licences,Isdom,Won,10/25/2026,11/11/2026,4514
            UI-3,Imported training,Codehow,Lost,10/25/2026,11/12/2026,0
            UI-4,Imported nonsense,Codehow,Engaging,10/25/2026,,not a number
            """;

    private final World world = BrowserIT.WORLD;

    @Test
    public void a_file_is_mapped_tried_and_imported_once() {
        try (Window window = manager()) {
            upload(window);
            window.page().getByLabel("product becomes").selectOption("name");
            stage(window, "Engaging", "Qualified");
            stage(window, "Won", "Won");
            stage(window, "Lost", "Lost");
            Locator reason = window.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Reason of lost ones without one"));
            reason.click();
            window.type("imported");
            window.page().getByText("New: imported").click();
            window.page().getByLabel("customers", new Page.GetByLabelOptions().setExact(true)).check();
            window.button("Try it: nothing is changed").click();
            figures(window, "What would happen", 3, 1);
            assertThat(window.page().locator("crm-import-report")).containsText("close_value");
            assertEquals(0, window.rest().get("/opportunities?q=Imported").json().path("items").size());

            window.button("Import what is in order").click();
            figures(window, "What happened", 3, 1);
            String address = window.page().url();
            window.page().reload();
            figures(window, "What happened", 3, 1);
            assertThat(window.page()).hasURL(address);
            window.button("Import what is in order").click();
            assertThat(window.page().locator("crm-import-run .figures")).containsText("there already");
            assertThat(window.page().locator("crm-import-run .figures div").nth(2).locator("dd")).hasText("3", wait30());
            assertEquals(3, window.rest().get("/opportunities?q=Imported").json().path("items").size());
        }
    }

    private static void figures(Window window, String title, int made, int failed) {
        assertThat(window.page().locator("crm-import-run h2")).hasText(title, wait30());
        assertThat(window.page().locator("crm-import-run .figures div").first().locator("dd")).hasText(String.valueOf(made), wait30());
        assertThat(window.page().locator("crm-import-run .figures div").nth(3).locator("dd")).hasText(String.valueOf(failed));
    }

    private static LocatorAssertions.HasTextOptions wait30() {
        return new LocatorAssertions.HasTextOptions().setTimeout(30_000);
    }

    private static void stage(Window window, String theirs, String ours) {
        window.page().getByLabel(theirs + " is the stage").selectOption(new SelectOption().setLabel(ours));
    }

    private static void upload(Window window) {
        window.page().locator("input[type=file]").setInputFiles(new FilePayload("deals.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        window.at("/import/\\d+$");
        assertThat(window.page().getByText("4 rows, 7 columns")).isVisible();
    }

    private Window manager() {
        return world.window(new Browser.NewContextOptions().setViewportSize(1440, 820)).signIn(world.person("admin"), CrmProcess.PASSWORD).open("/import");
    }
}
