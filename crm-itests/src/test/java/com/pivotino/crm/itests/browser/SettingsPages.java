package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.CrmProcess;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** People, teams and keys, kept in order by an administrator; one's own profile by everybody. */
public class SettingsPages extends BrowserCase {

    @Test
    public void a_person_is_added_put_into_a_team_and_deactivated() {
        Page page = visit(Person.make("Adam Admin", "admin"), "/settings/people");
        button(page, "Add a person").click();
        String name = "Nora " + Long.toString(System.nanoTime(), 36);
        String login = name.replace(' ', '.').toLowerCase();
        page.getByLabel("Name", exact()).fill(name);
        page.getByLabel("Login").fill(login);
        page.getByLabel("First password").fill("short");
        button(page, "Add").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("10 characters");
        page.getByLabel("First password").fill(CrmProcess.PASSWORD);
        button(page, "Add").click();
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
        assertThat(row).containsText("Salesperson");
        BrowserWorld.rest().as(login, CrmProcess.PASSWORD).get("/me").expect(200);

        page.navigate("/settings/teams");
        button(page, "Add a team").click();
        page.getByLabel("Name", exact()).fill("Team of " + name);
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name)).check();
        button(page, "Save").click();
        assertThat(page.getByText("Team of " + name)).isVisible();

        page.navigate("/settings/people");
        page.getByLabel("Deactivate " + name).click();
        page.getByRole(AriaRole.DIALOG).getByText("Deactivate", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(row).containsText("left");
        BrowserWorld.rest().as(login, CrmProcess.PASSWORD).get("/me").expect(401);
    }

    @Test
    public void an_administrator_edits_roles_and_sets_a_password_for_who_has_forgotten_theirs() {
        Page page = visit(Person.make("Ada Keys", "admin"), "/settings/people");
        Person person = Person.salesperson("Fay Forgot " + Long.toString(System.nanoTime(), 36));
        page.reload();
        page.getByLabel("Edit " + person.name(), exact()).first().click();
        Locator form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Edit " + person.name()));
        form.getByLabel("Manager").check();
        form.getByLabel("New password").fill("short");
        form.getByText("Save").click();
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("10 characters");
        form.getByLabel("New password").fill("a password of the administrator");
        form.getByText("Save").click();
        assertThat(form).hasCount(0);
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(person.name()));
        assertThat(row).containsText("Salesperson, Manager");
        BrowserWorld.rest().as(person.login(), CrmProcess.PASSWORD).get("/me").expect(401);
        assertEquals(2, BrowserWorld.rest().as(person.login(), "a password of the administrator").get("/me").expect(200)
                .json().path("roles").size());
    }

    @Test
    public void a_key_is_shown_once_and_works_until_revoked() {
        Page page = visit(Person.salesperson("Keya Keeper"), "/settings/keys");
        page.getByLabel("What is it for?").fill("nightly export");
        button(page, "Make a key").click();
        String key = page.locator(".secret").textContent();
        BrowserWorld.rest().with("Authorization", "Bearer " + key).get("/me").expect(200);
        page.reload();
        assertThat(page.getByText("nightly export")).isVisible();
        assertThat(page.locator(".secret")).hasCount(0);

        page.getByLabel("Revoke nightly export").click();
        assertThat(page.getByText("No keys yet.")).isVisible();
        BrowserWorld.rest().with("Authorization", "Bearer " + key).get("/me").expect(401);
    }

    @Test
    public void one_changes_ones_own_zone_and_password() {
        Person person = Person.salesperson("Paula Private");
        Page page = visit(person, "/settings/you");
        page.getByLabel("Time zone").selectOption("America/New_York");
        button(page, "Save").first().click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Saved.")).first()).isVisible();
        assertEquals("America/New_York", person.rest().get("/me").json().path("zone").asText());
        Page record = visit(person, "/opportunities/" + person.opportunity("By the clock"));
        assertThat(record.locator("crm-feed time").first()).hasText(Pattern.compile("^\\d{1,2}:\\d\\d$"));
        person.rest().patch("/me", Map.of("locale", "en-US")).expect(200);
        record.reload();
        assertThat(record.locator("crm-feed time").first()).hasText(Pattern.compile("^\\d{1,2}:\\d\\d\\s[AP]M$"));
        page.getByLabel("Current password").fill("not this one");
        page.getByLabel("New password").fill("another long password");
        button(page, "Change password").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        page.getByLabel("Current password").fill(CrmProcess.PASSWORD);
        button(page, "Change password").click();

        assertThat(page.getByText("Changed.")).isVisible();
        BrowserWorld.rest().as(person.login(), "another long password").get("/me").expect(200);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
