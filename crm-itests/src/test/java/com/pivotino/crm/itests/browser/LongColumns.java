package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.pivotino.crm.itests.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Test;

/** A thousand cards in one column: all can be reached, and only those in sight cost anything. */
public class LongColumns extends BrowserCase {

    private static final int CARDS = 1000;

    private final Person person = Person.make("Thora Thousand", "manager");
    private long file;

    @Test
    public void a_thousand_cards_are_reached_by_wheel_and_by_keys_alone_and_only_those_in_sight_are_drawn() {
        fill();
        Page page = visit(person, "/pipeline");
        Board board = new Board(page);
        Locator cards = board.column("New").getByRole(AriaRole.ARTICLE);
        assertThat(cards).hasCount(24);
        Locator stack = board.column("New").locator(".stack");
        stack.hover();
        Await.that("the wheel brings all cards in", Duration.ofSeconds(60), () -> {
            page.mouse().wheel(0, 4000);
            return page.locator("crm-card").count() == CARDS;
        });

        assertTrue("Far fewer are drawn than are there: " + drawn(stack), drawn(stack) < 60);
        assertEquals("Each stands there once", CARDS, ((Number) stack.evaluate(
                "s => new Set([...s.querySelectorAll('crm-card')].map(c => c.card.id)).size")).intValue());
        Locator titles = page.locator("crm-card h3 a");
        titles.nth(CARDS - 2).focus();
        page.keyboard().press("ArrowDown");
        assertThat(titles.nth(CARDS - 1)).isFocused();
        assertThat(titles.nth(CARDS - 1)).isInViewport();
        aDragDrawsOnlyWhatItMoves(page, board);

        pageOnByKeys(visit(person, "/pipeline"));
    }

    /** Up, into another column, and back by Escape. */
    private static void aDragDrawsOnlyWhatItMoves(Page page, Board board) {
        page.evaluate("window.drawn = 0; const column = customElements.get('crm-column').prototype; const { drawCard } = column;"
                + " column.drawCard = function (card) { window.drawn++; return drawCard.call(this, card); }; 0");
        Object scrolled = page.evaluate("document.querySelector('crm-column .stack').scrollTop");
        BoundingBox title = page.locator("crm-card h3 a").nth(CARDS - 1).boundingBox();
        page.mouse().move(title.x + 20, title.y + 8);
        page.mouse().down();
        page.mouse().move(title.x + 40, title.y + 8, new Mouse.MoveOptions().setSteps(3));
        assertThat(page.locator(".drag-veil")).hasCount(1);
        page.mouse().wheel(0, -300);
        page.waitForFunction("top => document.querySelector('crm-column .stack').scrollTop < top - 100", scrolled);
        BoundingBox target = board.column("Qualified").boundingBox();
        page.mouse().move(target.x + target.width / 2, target.y + 150, new Mouse.MoveOptions().setSteps(4));
        assertThat(board.column("Qualified").locator(".hole")).isVisible();
        page.keyboard().press("Escape");
        page.mouse().up();
        assertThat(page.locator(".hole, .card-ghost.lift, .drag-veil")).hasCount(0);

        int drawn = ((Number) page.evaluate("drawn")).intValue();
        assertTrue("A few of a thousand cards are drawn anew: " + drawn, drawn > 0 && drawn < 20);
    }

    private static void pageOnByKeys(Page page) {
        Locator titles = page.locator("crm-card h3 a");
        assertThat(titles).hasCount(24);
        titles.nth(22).focus();
        page.keyboard().press("ArrowDown");
        assertThat(titles.nth(23)).isFocused();
        assertThat(titles.nth(24)).isAttached();
        page.keyboard().press("ArrowDown");
        assertThat(titles.nth(24)).isFocused();
        assertThat(titles.nth(24)).isInViewport();
    }

    @After
    public void take_them_back() {
        if (file != 0) {
            person.rest().post("/imports/" + file + "/undo", Map.of()).expect(202);
            await("undone");
        }
    }

    private void fill() {
        String rows = IntStream.range(0, CARDS).mapToObj(i -> "Card " + i + ",New," + (1000 + i)).collect(Collectors.joining("\n"));
        file = person.rest().send("POST", "/imports?kind=opportunities", "text/csv",
                ("name,stage,amount\n" + rows + "\n").getBytes(StandardCharsets.UTF_8)).expect(201).id();
        person.rest().patch("/imports/" + file, Map.of("options", Map.of("firstActivity", false))).expect(200);
        person.rest().post("/imports/" + file + "/runs", Map.of()).expect(202);
        await("done");
    }

    private void await(String state) {
        Await.that("the import is " + state, Duration.ofSeconds(90),
                () -> state.equals(person.rest().get("/imports/" + file).expect(200).json().path("state").asText()));
    }

    /** How many cards the browser lays out and paints. */
    private static int drawn(Locator stack) {
        return ((Number) stack.evaluate("s => [...s.querySelectorAll('crm-card article')].filter("
                + "a => a.checkVisibility({ contentVisibilityAuto: true })).length")).intValue();
    }
}
