package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** What one has to do over all records: counted, listed, ordered, handled at once, claimed, and told of. */
public class ActivitiesMenu extends BrowserCase {

    private final Person person = Person.salesperson("Mia Menu");
    private final Person chief = Person.make("Chief Planner", "admin");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final long id = person.opportunity("Lock gates");

    @Test
    public void A13_each_count_is_the_rows_behind_its_link_also_after_anothers_change() {
        Work.plan(person, id, "Late one", today.minusDays(2));
        Work.plan(person, id, "Late two", today.minusDays(1));
        Work.plan(person, id, "Now", today);
        Page page = visit(person, "/pipeline");
        Work work = new Work(page);
        assertThat(work.menu()).hasAccessibleName("Activities: 2 overdue, 1 today, 1 upcoming");
        assertThat(page.locator("html[data-live=on]")).isAttached();

        Work.plan(chief, id, "From the chief", today, Map.of("assigneeId", person.id()));

        assertThat(work.menu()).hasAccessibleName("Activities: 2 overdue, 2 today, 1 upcoming");
        work.menu().click();
        assertThat(page.locator(".work-type, .work-types a").first()).isVisible();
        Map<String, Integer> links = new LinkedHashMap<>();
        for (Locator link : page.locator(".work-group, .work-types a.num").all()) {
            links.put(link.getAttribute("href"), Integer.parseInt(link.locator("b").or(link).first().innerText().replaceAll("\\D", "")));
        }
        assertEquals(Integer.valueOf(2), links.get("/activities?state=overdue"));
        links.forEach((href, count) -> {
            page.navigate(href);
            assertThat(page.locator(".work-view [role=status]").first()).hasText(Pattern.compile("^" + count + " activit"));
            assertThat(work.rows()).hasCount(count);
        });
    }

    @Test
    public void my_day_ordered_by_keys_stays_so_after_a_reload() {
        Work.plan(person, id, "First thing", today.minusDays(2));
        Work.plan(person, id, "Second thing", today.minusDays(1));
        Work.plan(person, id, "Third thing", today);
        Page page = visit(person, "/day");
        Locator titles = page.locator(".task-row .task-what b");
        assertThat(titles).hasText(new String[] {"Call: First thing", "Call: Second thing", "Call: Third thing"});
        new Work(page).row("Third thing").focus();
        page.keyboard().press("Shift+ArrowUp");

        String[] after = {"Call: First thing", "Call: Third thing", "Call: Second thing"};
        assertThat(titles).hasText(after);
        assertThat(new Work(page).row("Third thing")).isFocused();
        assertThat(Seen.button(page, "Back to due date and amount")).isVisible();
        Await.that("the server has the order", Duration.ofSeconds(10), () -> person.rest().get("/activities/my-day").expect(200).json()
                .path("items").path(1).path("activity").path("summary").asText().equals("Third thing"));
        page.reload();
        assertThat(titles).hasText(after);
    }

    @Test
    public void many_are_done_at_once_in_the_activities_page() {
        long one = Work.plan(person, id, "Bulk one", today);
        long two = Work.plan(person, id, "Bulk two", today);
        long kept = Work.plan(person, id, "Bulk kept", today);
        Page page = visit(person, "/activities?state=today");
        Work work = new Work(page);
        work.row("Bulk one").focus();
        page.keyboard().press("x");
        page.getByLabel("Select Call: Bulk two").check();
        Seen.button(page.getByRole(AriaRole.TOOLBAR), "Done").click();

        assertThat(Seen.toast(page)).containsText("2 activities done.");
        assertThat(work.rows()).hasCount(1);
        assertThat(page.getByRole(AriaRole.TOOLBAR)).isHidden();
        assertEquals(List.of("done", "done", "today"),
                List.of(one, two, kept).stream().map(a -> Work.of(person, a).path("state").asText()).toList());
    }

    @Test
    public void of_two_who_claim_a_teams_activity_one_gets_it_and_the_other_is_told_who_has_it() {
        Person rival = Person.salesperson("Rita Rival");
        long team = admin().post("/teams", Map.of("name", "Claimers " + System.nanoTime(), "memberIds", List.of(person.id(), rival.id())))
                .expect(201).id();
        long shared = chief.rest().post("/opportunities", Map.of("name", "Shared lock", "teamId", team)).expect(201).id();
        long activity = Work.plan(chief, shared, "Who takes it", today, Map.of("teamId", team));
        Page mine = visit(person, "/activities");
        Page theirs = visit(rival, "/api/health/live");
        theirs.route("**/api/stream**", route -> route.abort());
        theirs.navigate("/activities");
        assertThat(new Work(theirs).row("Who takes it")).isVisible();

        Seen.button(new Work(mine).row("Who takes it"), "Claim").click();
        assertThat(Seen.toast(mine)).containsText("is yours");
        Seen.button(new Work(theirs).row("Who takes it"), "Claim").click();

        assertThat(Seen.toast(theirs)).containsText("Mia Menu");
        assertThat(new Work(theirs).row("Who takes it")).isHidden();
        assertEquals(person.id(), Work.of(person, activity).path("assignee").path("id").asLong());
    }

    @Test
    public void the_bell_tells_what_another_assigned_and_opening_it_clears_it() {
        Page page = visit(person, "/pipeline");
        Locator bell = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Inbox: ")));
        assertThat(page.locator("html[data-live=on]")).isAttached();
        assertThat(bell).hasAccessibleName("Inbox: No unread notices");

        Work.plan(chief, id, "Please call them", today, Map.of("assigneeId", person.id()));

        assertThat(bell).hasAccessibleName("Inbox: 1 unread notice");
        bell.click();
        Locator notice = page.locator(".notice.unread");
        assertThat(notice).containsText(chief.name());
        assertThat(notice).containsText("due today");
        notice.click();
        assertThat(page).hasURL(Pattern.compile("/opportunities/" + id));
        assertThat(bell).hasAccessibleName("Inbox: No unread notices");
        JsonNode unread = person.rest().get("/notifications?unread=true").expect(200).json();
        assertEquals(0, unread.path("items").size());
    }
}
