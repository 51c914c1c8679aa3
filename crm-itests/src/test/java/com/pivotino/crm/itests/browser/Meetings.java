package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.Test;

/** The calendar: a slot for a meeting activity, moving by keys and by mouse, series and their scopes, answering. */
public class Meetings extends BrowserCase {

    private static final Duration SOON = Duration.ofSeconds(10);
    private final LocalDate monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private final Person ann = Person.salesperson("Ann Calendar");

    @Test
    public void a_meeting_activity_gets_its_hour_in_the_calendar_and_is_due_on_that_day() {
        long id = ann.opportunity("Harbour lights");
        Page page = visit(ann, "/opportunities/" + id);
        Seen.button(page.locator("crm-activities"), "Schedule").first().click();
        Locator popup = page.locator("crm-activity-dialog");
        popup.locator(".types .chip", new Locator.LocatorOptions().setHasText("Meeting")).click();
        popup.getByLabel("Summary").fill("Site visit");
        popup.locator("input[type=date]").fill(monday.toString());
        Seen.button(popup, "Pick a time slot").click();

        assertThat(page.locator(".pick-chip")).containsText("Site visit, Harbour lights");
        page.locator(".day-col[data-day='" + monday.plusDays(1) + "'] .slot").first().click();
        Seen.button(page.locator("crm-event-dialog"), "Create").click();
        assertThat(event(page, "Site visit")).isVisible();
        Await.that("the activity is due on the day of the slot", SOON, () -> activity(id).path("dueDate").asText()
                .equals(monday.plusDays(1).toString()));
    }

    @Test
    public void an_event_is_moved_by_keys_and_by_mouse() {
        make(Map.of("title", "Review", "start", monday + "T10:00", "end", monday + "T11:00"));
        Page page = visit(ann, "/calendar?view=week&day=" + monday);
        event(page, "Review").focus();
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowRight");
        page.waitForResponse(answer -> answer.url().contains("/api/events?"), () -> page.keyboard().press("Enter"));
        assertThat(event(page, "Review")).containsText("10:15 to 11:15");
        Await.that("the server has it", SOON, () -> starts("Review").contains(monday.plusDays(1) + "T10:15"));

        Await.that("the event is drawn again", SOON, () -> event(page, "Review").boundingBox() != null);
        var box = event(page, "Review").boundingBox();
        page.mouse().move(box.x + 30, box.y + 12);
        page.mouse().down();
        page.mouse().move(box.x + 30, box.y + 30);
        page.mouse().move(box.x + 30, box.y + 12 + 52);
        page.mouse().up();
        assertThat(event(page, "Review")).containsText("11:15 to 12:15");
        Await.that("the server has it", SOON, () -> starts("Review").contains(monday.plusDays(1) + "T11:15"));
    }

    @Test
    public void a_series_is_made_and_changed_for_one_for_the_following_and_for_all() {
        Page page = visit(ann, "/calendar?view=week&day=" + monday);
        Seen.button(page, "Event").click();
        Locator dialog = page.locator("crm-event-dialog");
        dialog.getByLabel("Title").fill("Stand-up");
        dialog.getByLabel("Repeats").selectOption("DAILY");
        assertThat(dialog.getByRole(AriaRole.STATUS).getByText("Every day")).isVisible();
        Seen.button(dialog, "Create").click();
        assertThat(event(page, "Stand-up")).hasCount(7);

        rename(page, event(page, "Stand-up").nth(1), "One alone", "this");
        assertThat(event(page, "One alone")).hasCount(1);
        assertThat(event(page, "Stand-up")).hasCount(6);
        rename(page, event(page, "Stand-up").nth(4), "From here on", "following");
        assertThat(event(page, "From here on")).hasCount(2);
        assertThat(event(page, "Stand-up")).hasCount(4);
        rename(page, event(page, "Stand-up").nth(0), "All of them", "all");
        assertThat(event(page, "All of them")).hasCount(4);
        assertThat(event(page, "One alone")).hasCount(1);
        assertThat(event(page, "From here on")).hasCount(2);
    }

    @Test
    public void an_invitation_is_answered_in_the_calendar() {
        Person bob = Person.salesperson("Bob Invited");
        long id = make(Map.of("title", "Budget", "start", monday + "T14:00", "end", monday + "T15:00",
                "attendees", List.of(Map.of("kind", "user", "id", bob.id()))));
        Page page = visit(bob, "/calendar?view=agenda&day=" + monday);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Budget")).click();
        Seen.button(page.locator("crm-event-dialog"), "Yes").click();
        Await.that("the organizer sees the answer", SOON, () -> ann.rest().get("/events/" + id).expect(200).json().path("attendees")
                .toString().contains("\"accepted\",\"organizer\":false"));
    }

    @Test
    public void a_private_event_is_busy_to_a_colleague_and_side_by_side_with_their_own() {
        make(Map.of("title", "Doctor", "start", monday + "T09:00", "end", monday + "T10:00", "privacy", "private"));
        Person bob = Person.salesperson("Bob Beside");
        Page page = visit(bob, "/calendar?view=day&day=" + monday + "&people=user:" + ann.id());
        assertThat(event(page, "Busy")).isVisible();
        assertThat(page.getByText("Doctor")).hasCount(0);
    }

    private static void rename(Page page, Locator event, String title, String scope) {
        event.click();
        page.locator("crm-event-dialog").getByLabel("Title").fill(title);
        Seen.button(page.locator("crm-event-dialog"), "Save").click();
        page.locator("crm-scope-dialog input[value=" + scope + "]").check();
        Seen.button(page.locator("crm-scope-dialog"), "Change").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    private long make(Map<String, Object> event) {
        return ann.rest().post("/events", event).expect(201).id();
    }

    private static Locator event(Page page, String title) {
        return page.locator(".event-open", new Page.LocatorOptions().setHasText(title));
    }

    private List<String> starts(String title) {
        JsonNode items = ann.rest().get("/events?from=" + monday + "&to=" + monday.plusDays(7)).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).filter(e -> e.path("title").asText().equals(title))
                .map(e -> e.path("start").path("local").asText().substring(0, 16)).toList();
    }

    private JsonNode activity(long opportunity) {
        JsonNode items = ann.rest().get("/activities?record=opportunity:" + opportunity).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false).filter(a -> a.path("summary").asText().equals("Site visit"))
                .findFirst().orElseThrow();
    }
}
