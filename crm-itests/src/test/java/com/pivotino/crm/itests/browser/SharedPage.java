package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Test;

/** What somebody outside sees by their link: the conversation, a field to answer, a way out, and nothing internal. */
public class SharedPage extends BrowserCase {

    private final Person person = Person.salesperson("Sherry Share");
    private final String address = "quay" + System.nanoTime() + "@customer.example";
    private final long id = person.opportunity("Dredging", Map.of("description", "The basin, two metres.", "customer",
            Map.of("name", "Quay Office", "email", address), "expectedRevenue", Map.of("amount", "98765", "currency", "EUR")));
    private String records;
    private long follower;

    @Before
    public void the_customer_follows() {
        records = "/records/opportunity/" + id;
        long customer = person.rest().get("/opportunities/" + id).json().path("customer").path("id").asLong();
        follower = person.rest().post(records + "/followers", Map.of("person", Map.of("kind", "contact", "id", customer))).expect(201).id();
        person.rest().post(records + "/messages", Map.of("kind", "message", "body", "The **dredger** comes on Monday.")).expect(201);
        person.rest().post(records + "/messages", Map.of("kind", "note", "body", "They never pay on time.")).expect(201);
    }

    @Test
    public void W7_messages_are_read_and_answered_without_signing_in_and_nothing_internal_is_there() {
        Page page = visit(desktop(), link());
        assertThat(Seen.heading(page, "Dredging")).isVisible();
        assertThat(page.locator(".shared")).containsText("The basin, two metres.");
        assertThat(page.locator(".shared")).containsText("New");
        assertThat(page.locator(".shared-talk li strong")).hasText("dredger");
        assertFalse(page.content().contains("They never pay on time."));
        assertFalse(page.content().matches("(?s).*98.?765.*"));
        page.getByLabel("Your answer").fill("Monday is fine.");
        page.reload();
        assertThat(page.getByLabel("Your answer")).hasValue("Monday is fine.");
        Seen.button(page, "Send").click();
        assertThat(page.locator(".shared-talk li").last()).containsText("Monday is fine.");
        assertThat(page.getByLabel("Your answer")).hasValue("");

        JsonNode answer = Talk.posted(person, id, "message");
        assertEquals("contact", answer.path("author").path("kind").asText());
        Page inside = visit(person, "/opportunities/" + id);
        assertThat(new Talk(inside).entry("Monday is fine.")).containsText("Quay Office");
    }

    @Test
    public void W6_unsubscribing_takes_two_clicks_and_ends_the_link() {
        String link = link();
        Page page = visit(desktop(), link);
        Seen.button(page, "Unsubscribe").click();
        Seen.button(page, "Keep them").click();
        assertEquals(2, person.rest().get(records + "/followers").json().path("items").size());
        Seen.button(page, "Unsubscribe").click();
        Seen.button(page, "Yes, unsubscribe").click();
        assertThat(Seen.heading(page, "You are unsubscribed")).isVisible();
        assertEquals(1, person.rest().get(records + "/followers").json().path("items").size());
        page.navigate(link);
        assertThat(Seen.heading(page, "This link no longer works")).isVisible();
    }

    @Test
    public void a_colleague_copies_the_link_sees_its_use_and_withdraws_it() {
        Page page = visit(person, "/opportunities/" + id);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Followers: "))).click();
        Locator list = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Followers"));
        Seen.button(list, "Edit subscription of Quay Office").click();
        assertThat(list).containsText("Not opened yet.");
        Seen.button(list, "Copy link").click();
        String link = list.getByLabel("Link", new Locator.GetByLabelOptions().setExact(true)).inputValue();
        Page outside = visit(desktop(), link);
        assertThat(Seen.heading(outside, "Dredging")).isVisible();

        Seen.button(list, "Edit subscription of Quay Office").click();
        Seen.button(list, "Edit subscription of Quay Office").click();
        assertThat(list.locator(".follower-link")).containsText("opened");
        Seen.button(list, "Withdraw link").click();
        assertThat(Seen.button(list, "Withdraw link")).isHidden();
        outside.reload();
        assertThat(Seen.heading(outside, "This link no longer works")).isVisible();
    }

    private String link() {
        return person.rest().post(records + "/followers/" + follower + "/access", Map.of()).expect(200).json().path("path").asText();
    }
}
