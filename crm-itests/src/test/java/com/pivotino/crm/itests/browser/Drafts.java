package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.CrmProcess;
import org.junit.Test;

/** Nothing that was typed is lost by leaving: a reload, the end of the session; and nobody else finds it. */
public class Drafts extends BrowserCase {

    private final Person person = Person.salesperson("Drew Draft");
    private final long id = person.opportunity("Half done");

    @Test
    public void the_lost_dialog_with_its_note_and_reason_is_open_again_after_a_reload() {
        Page page = visit(person, "/pipeline");
        new Board(page).link("Half done").focus();
        page.keyboard().press("l");
        Seen.dialog(page).getByRole(AriaRole.RADIO).nth(1).check();
        Seen.dialog(page).getByLabel("What did we learn?").fill("They moved away.");
        page.reload();

        assertThat(Seen.dialog(page).getByRole(AriaRole.RADIO).nth(1)).isChecked();
        assertThat(Seen.dialog(page).getByLabel("What did we learn?")).hasValue("They moved away.");
        Seen.button(Seen.dialog(page), "Mark lost").click();
        person.serverSees(id, "Lost");
        page.reload();
        assertThat(new Board(page).column("Lost")).isVisible();
        assertThat(Seen.dialog(page)).isHidden();
    }

    @Test
    public void a_field_and_an_activity_survive_the_end_of_the_session_and_signing_in_again() {
        Page page = visit(person, "/opportunities/" + id);
        Locator phone = page.locator("crm-field[name=phone]");
        phone.getByRole(AriaRole.BUTTON).click();
        phone.getByRole(AriaRole.TEXTBOX).fill("+49 77");
        page.context().clearCookies();
        page.reload();
        page.getByLabel("Login").fill(person.login());
        page.getByLabel("Password").fill(CrmProcess.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(phone.getByRole(AriaRole.TEXTBOX)).hasValue("+49 77");
        phone.getByRole(AriaRole.TEXTBOX).press("Enter");
        assertThat(phone.locator(".value")).containsText("+49 77");

        Seen.button(page, "Schedule").click();
        Seen.dialog(page).getByLabel("Summary").fill("Ring back");
        page.reload();
        assertThat(Seen.dialog(page).getByLabel("Summary")).hasValue("Ring back");
        Seen.button(Seen.dialog(page), "Schedule").click();
        assertThat(page.locator("crm-activities")).containsText("Ring back");
        page.reload();
        assertThat(page.locator("crm-activities")).containsText("Ring back");
        assertThat(Seen.dialog(page)).isHidden();
    }

    @Test
    public void another_person_at_the_same_browser_finds_no_draft() {
        Person chief = Person.make("Next Person", "admin");
        Page page = visit(person, "/opportunities/" + id);
        page.locator("crm-field[name=phone]").getByRole(AriaRole.BUTTON).click();
        page.locator("crm-field[name=phone]").getByRole(AriaRole.TEXTBOX).fill("+49 secret");
        page.context().clearCookies();
        page.reload();
        page.getByLabel("Login").fill(chief.login());
        page.getByLabel("Password").fill(CrmProcess.PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.locator("crm-field[name=phone]").getByRole(AriaRole.BUTTON)).isVisible();
        assertThat(page.locator("crm-field[name=phone]").getByRole(AriaRole.TEXTBOX)).isHidden();
    }
}
