package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.CrmProcess;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.Test;

/** The first administrator's first minutes. Comes first: who signs in later is not asked any more. */
public class FirstDay extends BrowserCase {

    @Test
    public void first_administrator_signs_in_answers_the_questionnaire_once_and_stands_before_the_pipeline() {
        Page page = visit(desktop(), "/pipeline");
        signIn(page, "not the password");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Login and password do not match.");
        signIn(page, CrmProcess.PASSWORD);

        Locator days = page.getByLabel("Day(s) to set DUE for each activity");
        assertThat(days).isVisible();
        Locator preview = page.getByText("An opportunity saved now: its first activity would be due");
        page.getByLabel("Time zone").selectOption("UTC");
        days.fill("9");
        assertThat(preview).containsText(dueIn(9));
        days.fill("12");
        assertThat(preview).containsText(dueIn(12));
        page.getByText("Business days", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(preview).not().containsText(dueIn(12));
        page.getByText("Calendar days", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(preview).containsText(dueIn(12));
        days.fill("3");
        page.getByLabel("Currency").selectOption("EUR");
        Seen.button(page, "Open the pipeline").click();

        assertThat(page).hasURL(Pattern.compile(".*/pipeline$"));
        assertThat(page.getByRole(AriaRole.BANNER)).isVisible();
        assertTrue(admin().get("/onboarding").json().path("completed").asBoolean());
        page.reload();
        assertThat(page.getByRole(AriaRole.BANNER)).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/pipeline$"));
    }

    private static void signIn(Page page, String password) {
        page.getByLabel("Login").fill("admin");
        page.getByLabel("Password").fill(password);
        Seen.button(page, "Sign in").click();
    }

    /** As the preview says it: "Wed 10 June". */
    private static String dueIn(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).format(DateTimeFormatter.ofPattern("d MMMM", Locale.UK));
    }
}
