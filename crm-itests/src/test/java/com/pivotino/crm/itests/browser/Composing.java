package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.pivotino.crm.itests.CrmProcess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** Writing messages and notes: who gets them is said beforehand, and nobody else does. */
public class Composing extends BrowserCase {

    private final Person person = Person.salesperson("Wilma Writer");
    private final Person colleague = Person.make("Colin Colleague", "admin");
    private final long id = person.opportunity("Lighthouse lamp",
            Map.of("customer", Map.of("name", "Harbour Office", "email", "harbour@customer.example")));

    @Test
    public void a_message_goes_to_the_customer_and_says_so_before_and_after() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id));
        assertThat(talk.box("Harbour Office")).isChecked();
        assertThat(talk.page().locator("crm-composer .goes")).hasText("goes to the customer");
        talk.write("The lamp is **ready**.");
        Seen.button(talk.page(), "Who will get this, and why? 1 person").click();
        assertThat(talk.page().locator(".audience-list")).containsText("Harbour Office by email · customer");
        Seen.button(talk.page(), "Send message").click();

        assertThat(talk.entry("The lamp is ready.").locator("strong")).hasText("ready");
        assertThat(talk.text()).hasValue("");
        JsonNode entry = Talk.posted(person, id, "message");
        assertEquals(List.of("Harbour Office"), Talk.people(entry, true));
        talk.entry("The lamp is ready.").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("1 person told")).click();
        assertThat(talk.entry("The lamp is ready.").locator(".told-list")).containsText("Harbour Office");
    }

    @Test
    public void X1_an_unticked_customer_gets_nothing_although_they_follow() {
        long customer = person.rest().get("/opportunities/" + id).json().path("customer").path("id").asLong();
        person.rest().post("/records/opportunity/" + id + "/followers", Map.of("person", Map.of("kind", "contact", "id", customer)))
                .expect(201);
        follow(colleague);
        Talk talk = new Talk(visit(person, "/opportunities/" + id));
        talk.box("Harbour Office").uncheck();
        assertThat(talk.page().locator("crm-composer .goes")).hasText("goes to colleagues only");
        talk.write("Only among us.").send();

        JsonNode entry = Talk.posted(person, id, "message");
        assertEquals(List.of("Colin Colleague"), Talk.people(entry, true));
        assertTrue(Talk.people(entry, false).contains("Harbour Office"));
        assertThat(talk.entry("Only among us.")).isVisible();
    }

    @Test
    public void people_and_typed_addresses_are_added_as_chips_and_taken_out_again() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id));
        talk.write("With copies.");
        Seen.button(talk.page(), "Add people").click();
        Locator picker = talk.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Add people or an email address"));
        picker.fill("Colin Coll");
        talk.page().locator(".to-add [role=option]").first().click();
        picker.fill("new.one@customer.example");
        picker.press("Tab");
        picker.fill("wrong@customer.example");
        picker.press("Tab");
        picker.fill("no address");
        picker.press("Tab");
        assertThat(talk.page().locator("crm-composer .refusal")).containsText("is neither a person here nor an email address");
        assertThat(talk.page().locator(".to-chip")).hasCount(3);
        Seen.button(talk.page(), "Remove wrong@customer.example").click();
        talk.send();

        JsonNode entry = Talk.posted(person, id, "message");
        assertEquals(3, Talk.people(entry, true).size());
        assertTrue(Talk.people(entry, true).containsAll(List.of("Harbour Office", "Colin Colleague")));
    }

    @Test
    public void C2_a_note_is_internal_and_so_is_its_reply() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id)).note();
        assertThat(talk.page().locator("crm-composer .goes")).hasText("internal");
        talk.write("They pay late.");
        Seen.button(talk.page(), "Log note").click();
        talk.entry("They pay late.").getByLabel("Reply to Wilma Writer").click();
        assertThat(Seen.button(talk.page(), "Message")).isDisabled();
        talk.write("Ask for a deposit.").send();

        assertThat(talk.entry("Ask for a deposit.").locator(".answers")).containsText("They pay late.");
        assertThat(talk.entry("Ask for a deposit.").locator(".meta")).containsText("internal note");
        assertTrue(Talk.entries(person, id, "message").isEmpty());
        assertEquals(2, Talk.entries(person, id, "note").size());
        for (JsonNode note : Talk.entries(person, id, "note")) {
            assertFalse(Talk.people(note, true).contains("Harbour Office"));
        }
    }

    @Test
    public void a_draft_with_its_recipients_survives_a_reload_and_the_end_of_the_session() {
        Page page = visit(person, "/opportunities/" + id);
        Talk talk = new Talk(page);
        talk.write("Half a thought");
        talk.box("Harbour Office").uncheck();
        page.reload();
        assertThat(talk.text()).hasValue("Half a thought");
        assertThat(talk.box("Harbour Office")).not().isChecked();
        page.context().clearCookies();
        page.reload();
        page.getByLabel("Login").fill(person.login());
        page.getByLabel("Password").fill(CrmProcess.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(talk.text()).hasValue("Half a thought");
        talk.send();
        assertThat(talk.entry("Half a thought")).isVisible();
        page.reload();
        assertThat(talk.entry("Half a thought")).isVisible();
        assertThat(talk.text()).hasValue("");
    }

    @Test
    public void X6_followers_who_come_meanwhile_are_named_before_anything_is_sent() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id));
        assertThat(Seen.button(talk.page(), "Who will get this, and why? 1 person")).isVisible();
        talk.write("Prices, for your eyes.");
        follow(colleague);
        talk.send();
        assertThat(talk.page().locator("crm-composer .refusal")).containsText("Colin Colleague now gets it too.");
        assertTrue(Talk.entries(person, id, "message").isEmpty());
        talk.send();
        assertThat(talk.entry("Prices, for your eyes.")).isVisible();
        assertEquals(List.of("Colin Colleague", "Harbour Office"), Talk.people(Talk.posted(person, id, "message"), true).stream().sorted()
                .toList());
    }

    @Test
    public void X6_it_makes_no_difference_how_long_after_the_last_letter_they_came() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id));
        assertThat(Seen.button(talk.page(), "Who will get this, and why? 1 person")).isVisible();
        follow(colleague);
        talk.write("Prices, for your eyes.");
        assertThat(Seen.button(talk.page(), "Who will get this, and why? 2 people")).isVisible();
        talk.send();
        assertThat(talk.page().locator("crm-composer .refusal")).containsText("Colin Colleague now gets it too.");
        assertTrue(Talk.entries(person, id, "message").isEmpty());
    }

    @Test
    public void files_show_their_way_and_go_with_the_message() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id));
        talk.page().getByLabel("Attach files").setInputFiles(new FilePayload[] {file("lamp.txt", "one".getBytes(StandardCharsets.UTF_8)),
            file("glass.txt", "two".getBytes(StandardCharsets.UTF_8)), file("setup.exe", "three".getBytes(StandardCharsets.UTF_8))});
        assertThat(Seen.button(talk.page(), "Remove glass.txt")).isVisible();
        assertThat(talk.page().locator("crm-composer .refusal")).containsText("setup.exe");
        Seen.button(talk.page(), "Remove lamp.txt").click();
        assertThat(Seen.button(talk.page(), "Remove lamp.txt")).isHidden();
        talk.note();
        assertThat(Seen.button(talk.page(), "Remove glass.txt")).isVisible();
        talk.send();
        assertThat(talk.page().locator("crm-entry .entry-files a")).hasText("glass.txt");
        assertEquals("glass.txt", Talk.posted(person, id, "note").path("attachments").path(0).path("name").asText());
    }

    @Test
    public void C4_one_edits_for_a_while_and_a_deleted_one_leaves_a_stub() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id)).note();
        talk.write("Frist draft").send();
        Locator entry = talk.page().locator("crm-entry");
        more(entry, "Edit");
        entry.getByLabel("Text").fill("First draft");
        Seen.button(entry, "Save").click();
        assertThat(entry.locator(".rich")).hasText("First draft");
        assertThat(entry.locator(".meta")).containsText("edited");
        more(entry, "Delete …");
        Seen.button(Seen.dialog(talk.page()), "Delete").click();
        assertThat(entry).containsText("Wilma Writer deleted a note.");
        assertThat(entry).not().containsText("First draft");
    }

    @Test
    public void the_feed_is_filtered_and_an_entry_has_an_address() {
        Page page = visit(person, "/opportunities/" + id);
        Talk talk = new Talk(page).note();
        talk.write("Worth a link").send();
        talk.entry("Worth a link").locator(".when").click();
        assertThat(page).hasURL(Pattern.compile("\\?entry=\\d+$"));
        page.reload();
        assertThat(page.locator(".entry.linked")).containsText("Worth a link");
        Seen.button(page, "Changes").click();
        assertThat(talk.entry("Worth a link")).isHidden();
        assertThat(page.locator("crm-feed .entry.small").first()).isVisible();
        Seen.button(page, "Notes").click();
        assertThat(talk.entry("Worth a link")).isVisible();
        assertThat(page.locator("crm-feed .entry.small")).hasCount(0);
    }

    private void follow(Person who) {
        person.rest().post("/records/opportunity/" + id + "/followers", Map.of("person", Map.of("kind", "user", "id", who.id())))
                .expect(201);
    }

    private static void more(Locator entry, String what) {
        entry.getByLabel("More for this note").click();
        Seen.button(entry, what).click();
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }
}
