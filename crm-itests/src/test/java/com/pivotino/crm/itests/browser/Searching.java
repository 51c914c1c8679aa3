package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** Search and jump in the head: opportunities, contacts and pages, by what one remembers of them. */
public class Searching extends BrowserCase {

    private final Person person = Person.salesperson("Sara Search");
    private final String mark = "Q" + Long.toString(System.nanoTime(), 36);

    @Test
    public void plain_letters_find_opportunities_with_customer_and_stage() {
        person.opportunity("Lange Straße " + mark, Map.of("customer", Map.of("name", "Łódź Works")));
        Page page = visit(person, "/day");
        assertThat(Seen.heading(page, "My day")).isVisible();
        page.keyboard().press("/");
        page.keyboard().type("strasse " + mark);
        assertThat(option(page, "Lange Straße")).containsText("Łódź Works · New");
        page.keyboard().press("Enter");
        assertThat(Seen.heading(page, "Lange Straße " + mark)).isVisible();
        page.keyboard().press("/");
        page.keyboard().type("lodz " + mark);
        assertThat(option(page, "Lange Straße")).isVisible();
    }

    @Test
    public void a_number_in_any_spacing_finds_the_contact_and_words_find_pages() {
        String digits = String.valueOf(100_000_000L + Math.floorMod(System.nanoTime(), 899_999_999L));
        person.rest().post("/contacts", Map.of("name", mark, "company", "Harbour Ltd", "phone", "+33 " + digits)).expect(201);
        Page page = visit(person, "/pipeline");
        field(page).fill("0" + digits.substring(0, 3) + " " + digits.substring(3, 6) + "-" + digits.substring(6));
        assertThat(option(page, mark)).containsText("Harbour Ltd");
        field(page).fill("missed");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(option(page, "Missed sales")).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/reports/missed-sales"));
    }

    @Test
    public void on_the_phone_it_unfolds_over_the_head() {
        person.opportunity("Pocket " + mark);
        Page page = visit(person, desktop().setViewportSize(390, 844).setHasTouch(true), "/day");
        Seen.button(page, "Search").tap();
        assertThat(field(page)).isFocused();
        page.keyboard().type("pocket " + mark);
        option(page, "Pocket " + mark).tap();
        assertThat(Seen.heading(page, "Pocket " + mark)).isVisible();
        assertThat(field(page)).isHidden();
    }

    private static Locator field(Page page) {
        return page.locator("crm-search input");
    }

    private static Locator option(Page page, String words) {
        return page.locator("crm-search").getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(words)).first();
    }
}
