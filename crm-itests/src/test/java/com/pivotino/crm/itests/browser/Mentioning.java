package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** An `@` finds people, by key and by mouse; outsiders in a note are asked for once. */
public class Mentioning extends BrowserCase {

    private final String mark = Long.toString(System.nanoTime(), 36);
    private final Person person = Person.salesperson("Mentor Mind");
    private final Person ann = Person.make("Ann " + mark, "admin");
    private final Person annLee = Person.make("Ann " + mark + " Lee", "admin");
    private final long id = person.opportunity("Pilot boat",
            Map.of("customer", Map.of("name", "Quay " + mark, "email", mark + "@customer.example")));

    @Test
    public void V1_V3_the_one_who_was_chosen_is_meant_and_nobody_with_a_shorter_name() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id)).note();
        talk.write("Ask @Ann " + mark);
        assertThat(talk.suggestions()).hasCount(2);
        talk.page().keyboard().press("ArrowDown");
        String chosen = talk.page().locator("crm-composer [role=option][aria-selected=true] .ellipsis").innerText();
        talk.page().keyboard().press("Enter");
        talk.page().keyboard().type("about it");
        talk.send();

        JsonNode note = Talk.posted(person, id, "note");
        Person meant = chosen.startsWith(annLee.name()) ? annLee : ann;
        assertEquals(List.of(meant.name()), Talk.people(note, true));
        assertThat(talk.page().locator("crm-entry .at")).hasText("@" + meant.name());
    }

    @Test
    public void a_click_chooses_too_and_escape_leaves_the_text_as_it_is() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id)).note();
        talk.write("Hello @Ann " + mark + " L");
        talk.suggestions().first().click();
        assertThat(talk.text()).hasValue("Hello @" + annLee.name() + " ");
        assertThat(talk.page().locator(".write-mirror mark")).hasText("@" + annLee.name());
        talk.page().keyboard().type("and @Ann " + mark);
        assertThat(talk.suggestions().first()).isVisible();
        talk.page().keyboard().press("Escape");
        assertThat(talk.suggestions()).hasCount(0);
        assertThat(talk.text()).hasValue("Hello @" + annLee.name() + " and @Ann " + mark);
    }

    @Test
    public void V1_a_name_that_nobody_has_stays_text_and_is_reported() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id)).note();
        talk.write("Where is @Nobody" + mark + "?").send();
        assertThat(talk.page().locator("crm-composer .told")).containsText("Nobody" + mark);
        assertThat(talk.page().locator("crm-entry .at")).hasCount(0);
    }

    @Test
    public void X2_an_outsider_in_a_note_is_asked_for_once_with_the_address() {
        Talk talk = new Talk(visit(person, "/opportunities/" + id)).note();
        talk.write("Fine with @Quay " + mark);
        talk.suggestions().first().click();
        talk.send();
        Locator question = Seen.dialog(talk.page());
        assertThat(question).containsText(mark + "@customer.example");
        Seen.button(question, "Cancel").click();
        assertTrue(Talk.entries(person, id, "note").isEmpty());
        assertThat(talk.text()).hasValue("Fine with @Quay " + mark + " ");
        talk.send();
        Seen.button(question, "Send note").click();
        assertThat(talk.entry("Fine with")).isVisible();
        assertEquals(List.of("Quay " + mark), Talk.people(Talk.posted(person, id, "note"), true));
    }

    @Test
    public void V5_a_colleague_without_access_gets_it_only_if_one_says_so() {
        Person stranger = Person.salesperson("Strange " + mark);
        Talk talk = new Talk(visit(person, "/opportunities/" + id)).note();
        talk.write("Over to @Strange " + mark);
        talk.suggestions().first().click();
        talk.send();
        assertThat(Seen.dialog(talk.page())).containsText(stranger.name());
        Seen.button(Seen.dialog(talk.page()), "Give access").click();
        assertThat(talk.entry("Over to")).isVisible();
        stranger.rest().get("/opportunities/" + id).expect(200);
    }
}
