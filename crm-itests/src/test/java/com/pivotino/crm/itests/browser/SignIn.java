package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.CrmProcess;
import org.junit.Test;

/** In and out. */
public class SignIn extends BrowserCase {

    @Test
    public void who_has_forgotten_the_password_hears_whom_to_ask_where_no_mail_goes_out() {
        Page page = visit(desktop(), "/pipeline");
        page.getByText("Forgotten password?").click();
        assertThat(page.getByLabel("Login or email address")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Enter your login");
        page.getByLabel("Login or email address").fill("nobody-" + System.nanoTime());
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Ask an administrator");
        page.getByText("Back to sign in").click();
        assertThat(Seen.heading(page, "Sign in")).isVisible();
    }

    @Test
    public void a_link_that_was_used_says_so_and_leads_to_a_new_one() {
        Page page = visit(desktop(), "/new-password/" + "a".repeat(43));
        page.getByLabel("New password").fill("staple horse battery");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not work any more");
        page.getByText("Ask for a new link").click();
        assertThat(Seen.heading(page, "Forgotten password")).isVisible();
    }

    @Test
    public void signing_out_ends_it_and_a_link_leads_there_after_the_next_sign_in() {
        Person person = Person.salesperson("Nora Back");
        long id = person.opportunity("Harbour cranes");
        Page page = visit(person, "/opportunities/" + id);
        page.getByLabel("Nora Back: profile, settings, sign out").click();
        Seen.button(page, "Sign out").click();
        assertThat(Seen.heading(page, "Sign in")).isVisible();
        page.reload();
        page.getByLabel("Login").fill(person.login());
        page.getByLabel("Password").fill(CrmProcess.PASSWORD);
        page.getByLabel("Password").press("Enter");
        assertThat(Seen.heading(page, "Harbour cranes")).isVisible();
    }
}
