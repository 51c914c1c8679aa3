package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.Test;

/** The board without dragging: made, found, moved and closed by keyboard; what stands in the address and what is kept. */
public class BoardFlow {

    private final World world = BrowserIT.WORLD;

    @Test
    public void A1_a_card_is_made_in_its_column_by_keyboard_alone() {
        try (Window window = world.desk()) {
            window.press("n");
            assertThat(window.page().getByLabel("Name", exact())).isFocused();
            window.type("Data centre move").press("Tab").type("Konex International");
            assertThat(window.page().getByText("New: Konex International")).isVisible();
            window.press("Enter").press("Tab").type("128 000,50").press("Enter");

            window.shows("New", "Data centre move");
            assertThat(window.card("Data centre move")).containsText("Konex International");
            assertThat(window.card("Data centre move")).containsText("128,001");
            assertThat(window.card("Data centre move").locator(".due")).isVisible();
            assertThat(window.column("New").locator("header")).containsText("€ 128 k");
            assertThat(window.card("Data centre move").locator("h3 a")).isFocused();
        }
    }

    @Test
    public void what_was_half_written_survives_a_reload() {
        try (Window window = world.desk()) {
            window.press("n");
            assertThat(window.page().getByLabel("Name", exact())).isFocused();
            window.type("Half written");
            window.page().reload();

            assertThat(window.page().getByLabel("Name", exact())).hasValue("Half written");
            window.press("Escape");
            assertThat(window.page().locator(".quick")).hasCount(0);
        }
    }

    @Test
    public void a_card_is_moved_by_the_menu_and_by_shift_and_arrows() {
        try (Window window = world.desk()) {
            window.card("Walker", Map.of());
            window.open("/pipeline").focus("Walker").press("m");
            assertThat(window.dialog()).containsText("Move “Walker” to");
            window.type("prop").press("Enter");

            window.shows("Proposition", "Walker");
            assertThat(window.card("Walker").locator("h3 a")).isFocused();
            window.press("Shift+ArrowLeft");
            window.shows("Qualified", "Walker");
            assertThat(window.page().locator("crm-live")).containsText("Moved to Qualified");
        }
    }

    @Test
    public void arrows_walk_from_card_to_card_and_enter_opens() {
        try (Window window = world.desk()) {
            long other = window.card("Other column", Map.of("stageId", 3));
            window.card("Lower", Map.of());
            window.card("Upper", Map.of());
            window.open("/pipeline").focus("Upper").press("ArrowDown");
            assertThat(window.card("Lower").locator("h3 a")).isFocused();
            window.press("ArrowRight");
            assertThat(window.card("Other column").locator("h3 a")).isFocused();
            window.press("Enter");

            window.at("/opportunities/" + other + "$");
            window.page().goBack();
            window.at("/pipeline$");
        }
    }

    @Test
    public void P13_w_wins_and_P14_l_asks_why() {
        try (Window window = world.desk()) {
            window.card("Winner", Map.of());
            window.card("Loser", Map.of());
            window.open("/pipeline").focus("Winner").press("w");
            window.shows("Won", "Winner");
            assertThat(window.cardIn("Won", "Winner")).containsText("WON");

            window.focus("Loser").press("l");
            assertThat(window.dialog()).containsText("will be cancelled");
            window.dialog().getByText("Too expensive").click();
            window.press("Enter");
            assertThat(window.dialog()).hasCount(0);
            assertThat(window.column("Lost").locator("button")).containsText("1");
            window.column("Lost").locator("button").click();
            assertThat(window.cardIn("Lost", "Loser")).containsText("Too expensive");
            window.page().reload();
            assertThat(window.cardIn("Lost", "Loser")).isVisible();
        }
    }

    @Test
    public void filters_stand_in_the_address_and_survive_a_reload() {
        try (Window window = world.desk()) {
            window.card("Needle", Map.of());
            window.card("Haystack", Map.of());
            window.open("/pipeline?q=Needle");
            window.shows("New", "Needle");
            window.button("Mine").click();
            window.at("salesperson=me");
            window.page().reload();

            window.shows("New", "Needle");
            assertThat(window.button("Mine")).hasAttribute("aria-pressed", "true");
            window.page().getByLabel("Search for Needle. Show all again").click();
            window.shows("New", "Haystack", "Needle");
            window.page().goBack();
            window.shows("New", "Needle");
        }
    }

    @Test
    public void slash_searches_and_jumps() {
        try (Window window = world.desk()) {
            long id = window.card("Searched for", Map.of());
            window.press("/").type("searched");
            assertThat(window.page().getByRole(AriaRole.OPTION)).containsText("Searched for");
            window.press("Enter");

            window.at("/opportunities/" + id + "$");
        }
    }

    @Test
    public void a_long_column_pages_on_while_scrolling() {
        try (Window window = world.desk()) {
            for (int i = 0; i < 90; i++) {
                window.card("Row " + i, Map.of("firstActivity", false));
            }
            window.open("/pipeline");
            assertThat(window.column("New").locator("header")).containsText("90");
            window.column("New").locator(".stack").evaluate("stack => stack.scrollTo(0, stack.scrollHeight)");

            assertThat(window.column("New").locator("crm-card")).hasCount(90);
            assertEquals(0, window.column("New").locator(".more").count());
        }
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
