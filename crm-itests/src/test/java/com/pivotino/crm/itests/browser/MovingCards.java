package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Page;
import org.junit.Test;

/** Cards are moved by mouse, and stand where they were put. */
public class MovingCards extends BrowserCase {

    @Test
    public void P10_a_card_dragged_out_of_new_stands_there_and_the_toast_tells_that_the_first_activity_is_done() {
        Person person = Person.salesperson("Drag Away");
        long upper = person.opportunity("Upper neighbour");
        long lower = person.opportunity("Lower neighbour");
        long dragged = person.opportunity("Dragged between");
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.drag("Lower neighbour", "Qualified", 0);
        board.holds("Qualified", "Lower neighbour");
        board.drag("Upper neighbour", "Qualified", 0);
        board.holds("Qualified", "Upper neighbour", "Lower neighbour");

        board.drag("Dragged between", "Qualified", 1);

        board.holds("Qualified", "Upper neighbour", "Dragged between", "Lower neighbour");
        assertThat(Seen.toast(page)).containsText("Moved to Qualified");
        assertThat(Seen.toast(page)).containsText("First activity");
        assertThat(Seen.live(page)).containsText("Moved to Qualified");
        person.serverSees(dragged, "Qualified");
        assertEquals("done", person.rest().get("/activities?record=opportunity:" + dragged).json().path("items").get(0).path("state")
                .asText());
        page.reload();
        board.holds("Qualified", "Upper neighbour", "Dragged between", "Lower neighbour");
        person.serverSees(upper, "Qualified");
        person.serverSees(lower, "Qualified");
    }
}
