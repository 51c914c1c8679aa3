package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.CrmProcess;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** From the first sign-in of the first administrator to the empty board. The order is the administrator's. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class FirstStepsFlow {

    private final World world = BrowserIT.WORLD;

    @Test
    public void a_wrong_password_is_told_at_the_form() {
        try (Window window = stranger()) {
            window.page().getByLabel("Login").fill("admin");
            window.page().getByLabel("Password").fill("not the password");
            window.button("Sign in").click();

            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("do not match");
        }
    }

    @Test
    public void b_the_first_administrator_answers_the_questionnaire_once() {
        try (Window window = stranger()) {
            window.signIn("admin", CrmProcess.PASSWORD);
            window.at("/onboarding$");
            assertThat(window.page().locator(".preview b")).not().isEmpty();
            String before = window.page().locator(".preview b").textContent();
            window.page().getByLabel("Day(s) to set DUE for each activity").fill("20");
            assertThat(window.page().locator(".preview b")).not().hasText(before);
            assertThat(window.page().locator(".preview")).containsText("20");
            window.page().getByLabel("Day(s) to set DUE for each activity").fill("5");
            window.button("Open the pipeline").click();

            window.at("/pipeline$");
            assertThat(window.page().getByText("Three steps to begin")).isVisible();
            assertEquals(5, world.admin().get("/onboarding").json().path("dueDays").asInt());
            window.page().reload();
            window.at("/pipeline$");
        }
    }

    @Test
    public void c_every_address_is_a_link_that_survives_signing_in() {
        try (Window window = stranger()) {
            window.open("/settings/people");
            window.page().getByLabel("Login").fill("admin");
            window.page().getByLabel("Password").fill(CrmProcess.PASSWORD);
            window.button("Sign in").click();

            window.at("/settings/people$");
            assertThat(window.page().getByRole(AriaRole.HEADING,
                    new Page.GetByRoleOptions().setName("People"))).isVisible();
            window.page().getByLabel("Administrator: profile, settings, sign out").click();
            window.button("Sign out").click();
            assertThat(window.page().getByLabel("Password")).isVisible();
        }
    }

    @Test
    public void d_the_page_allows_nothing_but_itself() {
        try (Window window = stranger()) {
            Response page = window.page().navigate(world.url() + "/opportunities/12");
            String policy = page.headerValue("content-security-policy");

            assertEquals(200, page.status());
            assertTrue(policy, policy.startsWith("default-src 'none'"));
            assertFalse(policy, policy.contains("unsafe"));
            assertEquals("nosniff", page.headerValue("x-content-type-options"));
            assertEquals("no-referrer", page.headerValue("referrer-policy"));
            assertEquals(404, window.page().request().get(world.url() + "/ui/0000/../../web/index.html").status());
            assertEquals(404, window.page().request().get(world.url() + "/styles/tokens.css").status());
        }
    }

    private Window stranger() {
        return world.window(new Browser.NewContextOptions().setViewportSize(1440, 820)).open("/pipeline");
    }
}
