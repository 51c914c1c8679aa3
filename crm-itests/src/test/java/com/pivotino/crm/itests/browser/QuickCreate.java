package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.Test;

/** A new opportunity in three lines, right in its column. */
public class QuickCreate extends BrowserCase {

    @Test
    public void P9_quick_create_keeps_its_draft_over_a_reload_and_puts_the_card_on_top_with_its_due_mark() {
        Person person = Person.salesperson("Quick Maker");
        person.opportunity("There before");
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        Seen.button(page, "New opportunity in New").click();
        form(page).getByLabel("Name").fill("Quay 7 lighting");
        form(page).getByLabel("Expected revenue").fill("12500");
        page.reload();
        assertThat(form(page).getByLabel("Name")).hasValue("Quay 7 lighting");
        assertThat(form(page).getByLabel("Expected revenue")).hasValue("12500");
        Seen.button(form(page), "Add").click();

        board.holds("New", "Quay 7 lighting", "There before");
        assertThat(board.card("Quay 7 lighting")).containsText("12,500");
        assertThat(board.card("Quay 7 lighting").locator(".due")).hasText(dueIn3Days());
        page.reload();
        board.holds("New", "Quay 7 lighting", "There before");
        assertThat(form(page)).isHidden();
        assertThat(board.card("Quay 7 lighting").locator(".due")).hasText(dueIn3Days());
        JsonNode made = person.rest().get("/opportunities?q=Quay").json().path("items").get(0);
        assertEquals(LocalDate.now(ZoneOffset.UTC).plusDays(3).toString(), made.path("nextActivity").path("dueDate").asText());
    }

    private static Locator form(Page page) {
        return page.locator("form[aria-label='New opportunity in New']");
    }

    private static String dueIn3Days() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(3).format(DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK));
    }
}
