package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.util.Map;
import org.junit.Test;

/** A manager keeps the reasons why opportunities are lost, and makes reasons of what people proposed. */
public class ReasonSettings extends KeptListCase {

    public ReasonSettings() {
        super("/lost-reasons", "Reason Manager");
    }

    @Test
    public void a_reason_is_added_edited_and_archived_and_the_lost_dialog_follows() {
        Page page = visit(manager, "/settings/lost-reasons");
        Seen.button(page, "Add a reason").click();
        page.getByLabel("Name", exact()).fill("Wrong colour " + mark);
        page.getByLabel("Name", exact()).press("Enter");
        assertThat(page.getByLabel("Move Wrong colour " + mark)).isVisible();
        page.getByLabel("Edit Wrong colour " + mark).click();
        page.getByLabel("Needs a note").check();
        Seen.button(page, "Save").click();
        assertThat(row(page, "Wrong colour " + mark)).containsText("note required");

        long card = manager.opportunity("Lost for its colour");
        page.navigate("/opportunities/" + card);
        Seen.button(page, "Mark lost").click();
        Seen.dialog(page).getByLabel("Wrong colour " + mark).check();
        Seen.button(Seen.dialog(page), "Mark lost").click();
        assertThat(Seen.dialog(page).getByRole(AriaRole.ALERT)).containsText("needs a note");
        page.keyboard().press("Escape");

        page.navigate("/settings/lost-reasons");
        page.getByLabel("Archive Wrong colour " + mark).click();
        assertThat(page.getByLabel("Move Wrong colour " + mark)).isHidden();
        page.navigate("/opportunities/" + card);
        Seen.button(page, "Mark lost").click();
        assertThat(Seen.dialog(page).getByRole(AriaRole.RADIO).first()).isVisible();
        assertThat(Seen.dialog(page).getByLabel("Wrong colour " + mark)).hasCount(0);
    }

    @Test
    public void a_proposal_becomes_a_reason_and_its_opportunities_point_there() {
        long card = manager.opportunity("Proposed");
        long closest = admin().get("/lost-reasons").json().path("items").get(0).path("id").asLong();
        manager.rest().post("/opportunities/" + card + "/lost",
                Map.of("lostReasonId", closest, "note", "see there", "proposedReason", "Merged " + mark)).expect(200);
        Page page = visit(manager, "/settings/lost-reasons");
        page.getByLabel("Decide on Merged " + mark).click();
        page.getByLabel("Called").fill("Bought by others " + mark);
        Seen.button(page, "Adopt for 1 opportunity").click();
        assertThat(Seen.toast(page)).containsText("“Merged " + mark + "” is now Bought by others " + mark);
        assertThat(page.getByLabel("Move Bought by others " + mark)).isVisible();
        assertThat(page.getByLabel("Decide on Merged " + mark)).hasCount(0);
        assertEquals("Bought by others " + mark, manager.rest().get("/opportunities/" + card).json().path("lostReason").path("name")
                .asText());
    }

    @Test
    public void the_order_of_reasons_is_changed_by_keys() {
        admin().post("/lost-reasons", Map.of("name", "Former " + mark, "sequence", 900)).expect(201);
        admin().post("/lost-reasons", Map.of("name", "Latter " + mark, "sequence", 901)).expect(201);
        Page page = visit(manager, "/settings/lost-reasons");
        page.getByLabel("Move Latter " + mark).focus();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        Await.that("the server has the new order", Duration.ofSeconds(10), () -> {
            String all = admin().get("/lost-reasons?limit=200").json().toString();
            return all.indexOf("Latter " + mark) < all.indexOf("Former " + mark);
        });
        assertThat(page.getByLabel("Move Latter " + mark)).isFocused();
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(name));
    }
}
