package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.pivotino.crm.itests.CrmProcess;
import org.junit.Test;

/** In and out. */
public class SignIn extends BrowserCase {

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
