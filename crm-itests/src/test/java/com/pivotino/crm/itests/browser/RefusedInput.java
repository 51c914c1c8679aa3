package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.Test;

/** What is refused says why where it was typed; what acts at once can be taken back; going back leaves nothing standing. */
public class RefusedInput extends BrowserCase {

    /** The cases that the browser's parser reads in another way. */
    private static final String AMOUNTS = """
            async cases => {
                const modules = await import(document.querySelector('script[type=module][src]').src);
                const { parseAmount } = Object.values(modules).find(module => module.parseAmount);
                return JSON.parse(cases).filter(({ text, locale, currency, amount, wrong }) => {
                    const read = parseAmount(text, locale, currency || 'EUR');
                    return read.amount !== amount || read.wrong !== wrong;
                }).map(({ text, locale }) => `${text} in ${locale}`);
            }""";

    private final Person person = Person.salesperson("Trip Over");
    private final long id = person.opportunity("Tug boat");

    @Test
    public void a_refused_edit_gives_its_reason_and_is_mended_where_it_stands() {
        Page page = visit(person, "/opportunities/" + id);
        Locator phone = type(page, "phone", "1".repeat(70));
        assertThat(phone.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(phone).not().containsText("changed this");
        phone.getByRole(AriaRole.TEXTBOX).fill("+49 30 1");
        page.keyboard().press("Enter");
        assertThat(phone.getByRole(AriaRole.BUTTON)).containsText("+49 30 1");

        Locator probability = type(page, "probability", "140");
        assertThat(probability.getByRole(AriaRole.ALERT)).containsText("from 0 to 100");
        probability.getByRole(AriaRole.TEXTBOX).fill("40%");
        page.keyboard().press("Enter");
        assertThat(probability).containsText("manual");
        assertThat(probability).containsText("40%");

        Locator closing = page.locator("crm-field[name=expectedClosing]");
        closing.getByRole(AriaRole.BUTTON).click();
        closing.locator("input").evaluate("input => { input.value = '22026-03-11'; }");
        closing.locator("input").press("Enter");
        assertThat(closing.getByRole(AriaRole.ALERT)).containsText("between 1900 and 2999");

        page.keyboard().press("Escape");
        assertThat(type(page, "expectedRevenue", "1e9").getByRole(AriaRole.ALERT)).containsText("Enter an amount, such as");
        assertEquals("one table of amounts for the browser and for files", List.of(), page.evaluate(AMOUNTS, amounts()));
    }

    private static String amounts() {
        try {
            return Files.readString(Path.of(System.getProperty("crm.checkout", ".."), "crm-web-bundle/src/test/resources/amounts.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void cancelling_an_activity_asks_for_the_reason_and_is_taken_back() {
        Page page = visit(person, "/opportunities/" + id);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Edit: "))).click();
        Seen.button(Seen.dialog(page), "Cancel activity").click();
        assertThat(Seen.dialog(page).getByLabel("Reason (optional)")).isFocused();
        assertEquals("nothing is cancelled yet", 1, planned());
        page.keyboard().type("Not needed");
        Seen.button(Seen.dialog(page), "Cancel activity").click();
        assertThat(Seen.toast(page)).containsText("is cancelled");
        assertEquals(0, planned());
        Seen.button(Seen.toast(page), "Undo").click();
        assertThat(Seen.toast(page)).containsText("Undone.");
        assertEquals(1, planned());
    }

    @Test
    public void back_closes_a_dialog_and_undo_outlives_a_reload() {
        Page page = visit(person, "/pipeline");
        new Board(page).link("Tug boat").click();
        Seen.button(page, "Mark lost").click();
        assertThat(Seen.dialog(page)).isVisible();
        page.goBack();
        assertThat(Seen.dialog(page)).hasCount(0);
        assertThat(new Board(page).link("Tug boat")).isVisible();

        page.goForward();
        Seen.button(page, "Mark won").click();
        assertThat(Seen.toast(page)).containsText("Undo");
        page.reload();
        Seen.button(Seen.toast(page), "Undo").click();
        person.serverSees(id, "New");
    }

    @Test
    public void quick_create_says_beside_the_field_what_it_cannot_take() {
        Page page = visit(person, "/pipeline?new=1");
        Locator form = page.locator("form[aria-label='New opportunity in New']");
        form.getByLabel("Name").fill("Barge");
        form.getByLabel("Expected revenue").fill("1e9");
        Seen.button(form, "Add").click();
        assertThat(form.getByRole(AriaRole.ALERT)).containsText("Enter an amount");
        form.getByLabel("Expected revenue").fill("12.5k");
        Seen.button(form, "Add").click();
        assertThat(new Board(page).card("Barge")).containsText("12,500");
    }

    /** Opens a field and sends what is typed. */
    private static Locator type(Page page, String name, String text) {
        Locator field = page.locator("crm-field[name=" + name + "]");
        field.getByRole(AriaRole.BUTTON).first().click();
        field.getByRole(AriaRole.TEXTBOX).fill(text);
        page.keyboard().press("Enter");
        return field;
    }

    private int planned() {
        return person.rest().get("/activities?record=opportunity:" + id + "&state=planned").expect(200).json().path("items").size();
    }
}
