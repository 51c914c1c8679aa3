package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.Test;

/** Cards are moved by a finger and by keys alone, and a screen reader is told. */
public class WithoutMouse extends BrowserCase {

    @Test
    public void m_moves_the_focused_card_to_the_typed_stage_and_the_live_region_tells_it() {
        Person person = Person.salesperson("Key Board");
        long id = person.opportunity("By keys");
        person.opportunity("Another");
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.link("By keys").focus();
        page.keyboard().press("m");
        assertThat(Seen.heading(page, "Move “By keys” to …")).isVisible();
        page.keyboard().type("qual");
        page.keyboard().press("Enter");
        board.holds("Qualified", "By keys");
        assertThat(Seen.live(page)).containsText("Moved to Qualified");
        assertThat(board.link("By keys")).isFocused();
        person.serverSees(id, "Qualified");
        page.keyboard().press("m");
        page.keyboard().press("Escape");
        assertThat(Seen.dialog(page)).isHidden();
        assertThat(board.link("By keys")).isFocused();
    }

    @Test
    public void everything_of_a_card_is_done_by_keys_and_the_focus_comes_back() {
        Person person = Person.salesperson("Only Keys");
        long id = person.opportunity("Keyed");
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        board.link("Keyed").focus();
        page.keyboard().press("Shift+ArrowRight");
        board.holds("First Activity", "Keyed");
        assertThat(board.link("Keyed")).isFocused();
        person.serverSees(id, "First Activity");

        page.keyboard().press("a");
        assertThat(Seen.heading(page, "Schedule for “Keyed”")).isVisible();
        page.keyboard().press("Escape");
        assertThat(board.link("Keyed")).isFocused();

        page.keyboard().press("e");
        assertThat(page.locator("crm-card-edit").getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))).isFocused();
        page.keyboard().type("Keyed anew");
        page.keyboard().press("Enter");
        assertThat(board.link("Keyed anew")).isFocused();

        page.keyboard().press("?");
        assertThat(Seen.dialog(page)).containsText("Edit in place");
        assertThat(Seen.heading(page, "Keys")).isInViewport();
        page.keyboard().press("Escape");
        page.keyboard().press("w");
        board.holds("Won", "Keyed anew");
        person.serverSees(id, "Won");
        assertThat(board.link("Keyed anew")).isFocused();
    }

    @Test
    public void a_long_press_lifts_a_card_and_the_finger_carries_it_to_another_column() {
        Person person = Person.salesperson("Touch Screen");
        long id = person.opportunity("By finger");
        Page page = visit(person, desktop().setHasTouch(true), "/pipeline");
        Board board = new Board(page);
        board.holds("New", "By finger");
        CDPSession fingers = page.context().newCDPSession(page);
        BoundingBox card = board.card("By finger").boundingBox();
        BoundingBox column = board.column("Qualified").boundingBox();
        double x = card.x + 20;
        double y = card.y + card.height - 8;
        touch(fingers, "touchStart", x, y);
        assertThat(board.column("New").locator(".hole")).isVisible();
        assertThat(Seen.live(page)).containsText("By finger picked up.");
        for (int step = 1; step <= 8; step++) {
            touch(fingers, "touchMove", x + (column.x + column.width / 2 - x) * step / 8, y + (column.y + 100 - y) * step / 8);
        }
        assertThat(board.column("Qualified").locator(".hole")).isVisible();
        fingers.send("Input.dispatchTouchEvent", touches("touchEnd"));
        board.holds("Qualified", "By finger");
        assertThat(Seen.toast(page)).containsText("Moved to Qualified");
        person.serverSees(id, "Qualified");
    }

    private static void touch(CDPSession fingers, String type, double x, double y) {
        JsonObject event = touches(type);
        JsonObject point = new JsonObject();
        point.addProperty("x", x);
        point.addProperty("y", y);
        event.getAsJsonArray("touchPoints").add(point);
        fingers.send("Input.dispatchTouchEvent", event);
    }

    private static JsonObject touches(String type) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", new JsonArray());
        return event;
    }
}
