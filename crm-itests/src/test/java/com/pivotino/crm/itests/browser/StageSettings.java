package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** A manager shapes the pipeline's columns. */
public class StageSettings extends KeptListCase {

    public StageSettings() {
        super("/stages", "Stage Manager");
    }

    @Override
    Map<String, ?> archived() {
        return Map.of("active", false, "targetStageId", normal());
    }

    @Test
    public void P3_a_stage_is_added_before_the_end_and_moved_by_keys_with_announcements() {
        Page page = visit(manager, "/settings/stages");
        Seen.button(page, "Add a stage").click();
        page.getByLabel("Name", exact()).fill("Legal " + mark);
        page.getByLabel("Probability").fill("55");
        page.getByText("Teal", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Name", exact()).press("Enter");
        Locator rows = page.locator("crm-settings-stages li[data-row]");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Legal " + mark))).containsText("55%");
        int place = place("Legal " + mark);
        assertEquals("It stands before Won", "Won", names().get(place + 1));

        Locator grip = page.getByLabel("Move Legal " + mark);
        grip.focus();
        page.keyboard().press("Space");
        assertThat(Seen.live(page)).containsText("Legal " + mark + " picked up, Place " + (place + 1));
        page.keyboard().press("ArrowUp");
        assertThat(Seen.live(page)).containsText("Place " + place + " of");
        assertThat(grip).isFocused();
        page.keyboard().press("Escape");
        assertThat(Seen.live(page)).containsText("Put back.");
        assertThat(grip).isFocused();
        assertEquals(place, place("Legal " + mark));
        page.keyboard().press("Space");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Space");
        Await.that("the server has the new order", Duration.ofSeconds(10), () -> place("Legal " + mark) == place - 1);
    }

    @Test
    public void a_stage_is_dragged_to_its_new_place() {
        stage("Alpha", 31);
        stage("Omega", 38);
        Page page = visit(manager, "/settings/stages");
        BoundingBox from = page.getByLabel("Move Omega " + mark).boundingBox();
        BoundingBox to = page.getByLabel("Move Alpha " + mark).boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + to.width / 2, to.y + to.height / 2, new Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
        Await.that("the server has the new order", Duration.ofSeconds(10), () -> place("Omega " + mark) < place("Alpha " + mark));
        page.reload();
        assertThat(page.locator("crm-settings-stages li[data-row]")).containsText(names().toArray(String[]::new));
    }

    @Test
    public void P2_a_second_new_stage_is_refused_at_its_field() {
        Page page = visit(manager, "/settings/stages");
        Seen.button(page, "Add a stage").click();
        page.getByLabel("Name", exact()).fill("Newer " + mark);
        page.getByLabel("Kind").selectOption("new");
        Seen.button(page, "Add").click();
        assertThat(page.locator("label", new Page.LocatorOptions().setHas(page.getByLabel("Kind"))).getByRole(AriaRole.ALERT))
                .containsText("exactly one stage");
        assertThat(page.getByLabel("Name", exact())).hasValue("Newer " + mark);
        assertEquals(-1, place("Newer " + mark));
    }

    @Test
    public void P4_archiving_moves_the_cards_to_the_target_and_the_stage_can_be_used_again() {
        long stage = stage("Parking", 33);
        long card = manager.opportunity("Parked " + mark, Map.of("stageId", stage));
        Page page = visit(manager, "/settings/stages");
        page.getByLabel("Archive Parking " + mark).click();
        Seen.dialog(page).getByLabel("Cards that stand in it go to").selectOption("Proposition");
        Seen.button(Seen.dialog(page), "Archive").click();
        assertThat(Seen.toast(page)).containsText("Archived Parking " + mark);
        manager.serverSees(card, "Proposition");
        page.getByText("archived stage").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use again: Parking " + mark)).click();
        assertThat(page.getByLabel("Move Parking " + mark)).isVisible();
        Await.that("it is in use again", Duration.ofSeconds(10), () -> place("Parking " + mark) >= 0);
    }

    private long stage(String name, int sequence) {
        return admin().post("/stages", Map.of("name", name + " " + mark, "kind", "normal", "sequence", sequence)).expect(201).id();
    }

    private int place(String name) {
        return names().indexOf(name);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        entries().forEach(stage -> names.add(stage.path("name").asText()));
        return names;
    }

    private long normal() {
        for (JsonNode stage : entries()) {
            if (stage.path("name").asText().equals("Qualified")) {
                return stage.path("id").asLong();
            }
        }
        throw new AssertionError("No stage Qualified");
    }
}
