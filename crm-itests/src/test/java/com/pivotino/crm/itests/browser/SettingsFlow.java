package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.Rest;
import org.junit.Test;

/** People, teams, keys and answers, kept in order by an administrator; one's own profile by everybody. */
public class SettingsFlow {

    private final World world = BrowserIT.WORLD;

    @Test
    public void a_person_is_added_put_into_a_team_and_deactivated() {
        try (Window window = administrator("/settings/people")) {
            window.button("Add a person").click();
            window.page().getByLabel("Name", exact()).fill("Nora Newcomer");
            window.page().getByLabel("Login").fill("nora");
            window.page().getByLabel("First password").fill("short");
            window.button("Add").click();
            assertThat(window.page().locator(".add-form .refusal")).containsText("10 characters");
            window.page().getByLabel("First password").fill(CrmProcess.PASSWORD);
            window.button("Add").click();
            assertThat(window.page().locator("tr").filter(new Locator.FilterOptions().setHasText("Nora Newcomer"))).containsText("salesperson");
            world.as("nora").get("/me").expect(200);

            window.open("/settings/teams").button("Add a team").click();
            window.page().getByLabel("Name", exact()).fill("South");
            window.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Nora Newcomer")).check();
            window.button("Save").click();
            assertThat(window.page().locator(".team-list")).containsText("South");

            window.open("/settings/people").page().getByLabel("Deactivate Nora Newcomer").click();
            window.dialog().getByText("Deactivate", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(window.page().locator("tr").filter(new Locator.FilterOptions().setHasText("Nora Newcomer"))).containsText("left");
            world.as("nora").get("/me").expect(401);
        }
    }

    @Test
    public void a_key_is_shown_once_and_works_until_revoked() {
        try (Window window = administrator("/settings/keys")) {
            window.page().getByLabel("What is it for?").fill("nightly export");
            window.button("Make a key").click();
            String key = window.page().locator(".secret").textContent();
            new Rest(world.url()).with("Authorization", "Bearer " + key).get("/me").expect(200);
            window.page().reload();
            assertThat(window.page().locator(".team-list")).containsText("nightly export");
            assertThat(window.page().locator(".secret")).hasCount(0);

            window.page().getByLabel("Revoke nightly export").click();
            assertThat(window.page().getByText("No keys yet.")).isVisible();
            new Rest(world.url()).with("Authorization", "Bearer " + key).get("/me").expect(401);
        }
    }

    @Test
    public void one_changes_ones_own_profile_and_password() {
        String login = world.person("salesperson");
        try (Window window = world.window(new Browser.NewContextOptions()).signIn(login, CrmProcess.PASSWORD).open("/settings/you")) {
            window.page().getByLabel("Time zone").selectOption("America/New_York");
            window.button("Save").click();
            assertThat(window.page().getByText("Saved.", new Page.GetByTextOptions().setExact(true)).first()).isVisible();
            assertEquals("America/New_York", window.rest().get("/me").json().path("zone").asText());
            window.page().getByLabel("Current password").fill("not this one");
            window.page().getByLabel("New password").fill("another long password");
            window.button("Change password").click();
            assertThat(window.page().locator("form .refusal")).isVisible();
            window.page().getByLabel("Current password").fill(CrmProcess.PASSWORD);
            window.button("Change password").click();

            assertThat(window.page().getByText("Changed.")).isVisible();
            new Rest(world.url()).as(login, "another long password").get("/me").expect(200);
        }
    }

    private Window administrator(String path) {
        return world.window(new Browser.NewContextOptions().setViewportSize(1440, 820)).signIn(world.person("admin"), CrmProcess.PASSWORD).open(path);
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
