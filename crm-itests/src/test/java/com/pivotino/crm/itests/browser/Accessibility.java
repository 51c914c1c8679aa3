package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;

/** Every view without an axe violation, in both schemes, and board and form on a phone, with the longest names. */
public class Accessibility extends BrowserCase {

    private static final List<String> PAGES = List.of("/import", "/contacts", "/contacts/{contact}", "/reports", "/reports/missed-sales",
            "/settings/you", "/settings/due-dates", "/settings/stages", "/settings/lost-reasons", "/settings/activity-types",
            "/settings/workspace", "/settings/people", "/settings/teams", "/settings/keys", "/settings/calendar");
    private static final List<String> CALENDAR = List.of("/calendar?view=week", "/calendar?view=day", "/calendar?view=month",
            "/calendar?view=agenda");
    private static final String LONG = "Renewal of the harbour lighting and the mooring equipment along all quays of the northern basin "
            .repeat(2).trim();

    private final String plan = "Axe plan " + System.nanoTime();
    private final Axe axe = new Axe();

    @Test
    public void every_view_has_no_violation_in_light_and_dark() {
        Person person = Person.make("Axe Administrator", "admin");
        long id = world(person);
        long contact = person.rest().get("/opportunities/" + id).json().path("customer").path("id").asLong();
        Page stranger = visit(desktop(), "/pipeline");
        assertThat(Seen.heading(stranger, "Sign in")).isVisible();
        look(stranger, "sign-in");
        for (String path : List.of("/forgotten-password", "/new-password/" + "a".repeat(43))) {
            stranger.navigate(path);
            assertThat(stranger.getByRole(AriaRole.TEXTBOX).first()).isVisible();
            stranger.keyboard().press("Enter");
            assertThat(stranger.getByRole(AriaRole.ALERT).first()).isVisible();
            look(stranger, path);
        }
        Page page = visit(person, desktop(), "/onboarding");
        assertThat(page.getByText("An opportunity saved now: its first activity would be due")).isVisible();
        look(page, "onboarding");
        board(page, "");
        list(page, "");
        form(page, id, "");
        for (String path : PAGES) {
            page.navigate(path.replace("{contact}", String.valueOf(contact)));
            assertThat(page.getByRole(AriaRole.HEADING).nth(1).or(page.locator("crm-import-file")).or(page.locator(".contacts tbody"))
                    .first()).isVisible();
            look(page, path);
        }
        merge(page, contact);
        assertEquals(List.of(), axe.violations());
    }

    private void merge(Page page, long contact) {
        admin().post("/contacts", Map.of("name", LONG.substring(0, 90) + contact, "phone", "+49 30 5557788")).expect(201);
        page.navigate("/contacts/" + contact);
        Seen.button(page, "Merge …").click();
        Seen.dialog(page).getByRole(AriaRole.COMBOBOX).fill(LONG.substring(0, 20));
        Seen.dialog(page).getByRole(AriaRole.OPTION).first().click();
        assertThat(Seen.dialog(page).locator(".merge-both")).isVisible();
        look(page, "merge dialog");
    }

    @Test
    public void board_and_form_have_no_violation_on_a_phone() {
        Person person = Person.salesperson("Axe Phone");
        long id = world(person);
        Page page = visit(person, phone(), "/pipeline");
        board(page, "phone");
        list(page, "phone");
        form(page, id, "phone");
        assertEquals("Nothing sticks out to the side", 390, ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
        assertEquals(List.of(), axe.violations());
    }

    @Test
    public void work_and_its_dialogs_have_no_violation_in_light_and_dark_and_on_a_phone() {
        Person person = Person.make("Axe Worker", "manager");
        Person other = Person.make("Axe Assigner", "admin");
        long id = world(person);
        Work.plan(other, id, "Axe today", LocalDate.now(ZoneOffset.UTC), Map.of("assigneeId", person.id(), "note", "Bring the plans."));
        Work.plan(other, id, "Axe late", LocalDate.now(ZoneOffset.UTC).minusDays(3), Map.of("assigneeId", person.id()));
        long made = admin().post("/activity-plans", Map.of("name", plan, "lines", List.of(Map.of("typeId", Work.type(person, "Call"),
                "summary", "Say hello", "offset", 0, "unit", "days", "from", "start", "assignee", "actor")))).expect(201).id();
        work(visit(person, desktop(), "/day"), id, "");
        Page phone = visit(person, phone(), "/day");
        work(phone, id, "phone");
        assertEquals("Nothing sticks out to the side", 390, ((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue());
        admin().patch("/activity-plans/" + made, Map.of("active", false)).expect(200);
        admin().delete("/activity-plans/" + made).expect(204);
        assertEquals(List.of(), axe.violations());
    }

    @Test
    public void writing_followers_and_the_shared_page_have_no_violation_in_light_and_dark_and_on_a_phone() {
        Person person = Person.salesperson("Axe Writer");
        long id = person.opportunity("Axe talk",
                Map.of("customer", Map.of("name", LONG, "email", "axe" + System.nanoTime() + "@customer.example")));
        String records = "/records/opportunity/" + id;
        long customer = person.rest().get("/opportunities/" + id).json().path("customer").path("id").asLong();
        long follower = person.rest().post(records + "/followers", Map.of("person", Map.of("kind", "contact", "id", customer))).expect(201)
                .id();
        person.rest().post(records + "/messages", Map.of("kind", "message", "body", "# Offer\n\n- one\n- two\n\n> quoted\n\n`code`"))
                .expect(201);
        person.rest().post(records + "/messages", Map.of("kind", "note", "body", LONG)).expect(201);
        String shared = person.rest().post(records + "/followers/" + follower + "/access", Map.of()).expect(200).json().path("path")
                .asText();
        Page page = visit(person, desktop(), "/opportunities/" + id);
        talk(page, "");
        Page phone = visit(person, phone(), "/opportunities/" + id);
        talk(phone, "phone");
        for (Page one : List.of(page, phone)) {
            one.navigate(shared);
            assertThat(one.getByLabel("Your answer")).isVisible();
            look(one, "shared");
        }
        assertEquals("Nothing sticks out to the side", 390, ((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue());
        assertEquals(List.of(), axe.violations());
    }

    @Test
    public void the_calendar_and_its_dialogs_have_no_violation_in_light_and_dark_and_on_a_phone() {
        Person person = Person.salesperson("Axe Calendar");
        Person other = Person.salesperson("Axe Colleague");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Work.plan(person, world(person), "Axe visit", today, Map.of());
        event(person, Map.of("title", LONG, "start", today + "T00:05", "end", today + "T00:50", "rrule", "FREQ=DAILY", "location", LONG));
        event(person, Map.of("title", "Axe fair", "start", today.toString(), "end", today.plusDays(2).toString(), "allDay", true));
        event(other, Map.of("title", "Axe invitation", "start", today + "T23:00", "end", today + "T23:45",
                "attendees", List.of(Map.of("kind", "user", "id", person.id()))));
        event(other, Map.of("title", "Axe hidden", "start", today + "T22:00", "end", today + "T22:45", "privacy", "private"));
        calendar(visit(person, desktop(), "/calendar"), other, "");
        Page phone = visit(person, phone(), "/calendar");
        calendar(phone, other, "phone");
        assertEquals(List.of(), axe.violations());
    }

    private void calendar(Page page, Person other, String where) {
        for (String path : CALENDAR) {
            page.navigate(path + "&people=user:" + other.id());
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Renewal of the harbour")).first()).isVisible();
            look(page, path + " " + where);
            assertEquals("Nothing sticks out to the side in " + path + " " + where, ((Number) page.evaluate("innerWidth")).intValue(),
                    ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue());
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Renewal of the harbour")).first().click();
        Locator dialog = Seen.dialog(page);
        assertThat(dialog.getByLabel("Title")).isVisible();
        look(page, "event dialog " + where);
        dialog.getByLabel("Repeats").selectOption("WEEKLY");
        dialog.getByLabel("Ends", new Locator.GetByLabelOptions().setExact(true)).last().selectOption("until");
        Seen.button(dialog, "Add a reminder").click();
        look(page, "repeat " + where);
        dialog.getByLabel("Repeats").selectOption("");
        Seen.button(dialog, "Save").click();
        assertThat(page.locator("crm-scope-dialog input").first()).isVisible();
        look(page, "scope dialog " + where);
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
    }

    private static void event(Person person, Map<String, Object> members) {
        person.rest().post("/events", members).expect(201);
    }

    private void talk(Page page, String where) {
        Talk talk = new Talk(page);
        Locator message = page.locator("crm-entry").last();
        message.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("told$"))).click();
        assertThat(message.locator(".told-list")).isVisible();
        page.locator(".audience-button").click();
        Seen.button(page, "Add people").click();
        fromTheTop(page, "message " + where);
        talk.note().write("Ask @Axe");
        assertThat(talk.suggestions().first()).isVisible();
        fromTheTop(page, "note with suggestions " + where);
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Followers: "))).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Edit subscription"))).last().click();
        assertThat(page.locator(".follower-link")).isVisible();
        fromTheTop(page, "followers " + where);
        page.keyboard().press("Escape");
    }

    /** Nothing is half under the bars at the head and the foot. */
    private void fromTheTop(Page page, String where) {
        page.evaluate("scrollTo(0, 0)");
        look(page, where);
    }

    private void board(Page page, String where) {
        page.navigate("/pipeline?salesperson=me");
        assertThat(new Board(page).link("Axe small")).isVisible();
        look(page, "board " + where);
        new Board(page).link("Axe small").focus();
        page.keyboard().press("l");
        assertThat(Seen.dialog(page).getByRole(AriaRole.RADIO).first()).isVisible();
        look(page, "lost dialog " + where);
    }

    private void list(Page page, String where) {
        page.navigate("/pipeline?view=list&salesperson=me");
        page.getByLabel("Select Axe small").check();
        assertThat(page.getByRole(AriaRole.TOOLBAR)).isVisible();
        look(page, "list " + where);
        Seen.button(page, "Filter").click();
        assertThat(Seen.dialog(page)).isVisible();
        look(page, "filter " + where);
    }

    private void form(Page page, long id, String where) {
        page.navigate("/opportunities/" + id);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Edit: First")))).isVisible();
        assertThat(page.locator("crm-feed .entry").first()).isVisible();
        look(page, "form " + where);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Edit: First"))).click();
        assertThat(Seen.dialog(page)).isVisible();
        look(page, "activity popup " + where);
    }

    private void work(Page page, long id, String where) {
        for (String path : List.of("/day", "/activities", "/inbox")) {
            page.navigate(path);
            assertThat(page.locator(".task-row, .notice").first()).isVisible();
            look(page, path + " " + where);
        }
        page.navigate("/day");
        opened(page, "Reschedule: Call: Axe today", page.locator(".later-menu"), "reschedule " + where);
        opened(page, "Done: Call: Axe today", Seen.dialog(page).locator(".next-step"), "done dialog " + where);
        page.getByLabel("Done: Call: Axe today").click();
        Seen.dialog(page).locator(".next-step label").first().click();
        Seen.dialog(page).getByLabel("Add files").setInputFiles(new FilePayload("axe.txt", "text/plain", new byte[] {'a'}));
        assertThat(Seen.button(Seen.dialog(page), "Remove axe.txt")).isVisible();
        look(page, "done dialog with next step and a file " + where);
        page.keyboard().press("Escape");
        opened(page, Pattern.compile("^Activities: "), page.locator(".work-types"), "activities menu " + where);
        opened(page, Pattern.compile("^Inbox: "), page.locator(".inbox-menu .notice").first(), "bell " + where);
        schedule(page, id, where);
        page.navigate("/settings/plans");
        page.getByLabel("Edit " + plan).click();
        assertThat(page.locator("crm-plan-editor .plan-line").first()).isVisible();
        look(page, "plans " + where);
    }

    private void schedule(Page page, long id, String where) {
        page.navigate("/opportunities/" + id);
        Seen.button(page, "Schedule").click();
        Seen.dialog(page).getByLabel("Quick add").fill("call next friday");
        assertThat(Seen.dialog(page).getByRole(AriaRole.STATUS)).containsText("Understood: ");
        look(page, "one line " + where);
        Seen.dialog(page).getByLabel("This has happened already").check();
        look(page, "happened already " + where);
        Locator choice = Seen.dialog(page).getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Use a plan"));
        choice.selectOption(plan);
        assertThat(page.locator(".plan-lines li").first()).isVisible();
        look(page, "plan " + where);
        page.keyboard().press("Escape");
    }

    /** What lies under a popover was looked at before; there it is partly covered. */
    private void opened(Page page, Object button, Locator shown, String where) {
        Page.GetByRoleOptions name = new Page.GetByRoleOptions();
        page.getByRole(AriaRole.BUTTON, button instanceof Pattern p ? name.setName(p) : name.setName((String) button)).click();
        assertThat(shown).isVisible();
        axe.look(page, "[role=dialog], dialog", where);
        page.keyboard().press("Escape");
        assertThat(shown).isHidden();
    }

    private void look(Page page, String view) {
        axe.look(page, view);
    }

    private static long world(Person person) {
        long id = person.opportunity(LONG, Map.of("expectedRevenue", Map.of("amount", "1234567.89", "currency", "EUR"),
                "customer", Map.of("name", "The Very Long Named Harbour and Waterways Construction Company of the North"), "priority", 2,
                "tags", List.of("renewal", "lighting"), "description", "They asked for an offer."));
        person.opportunity("Axe small");
        long reason = admin().get("/lost-reasons").expect(200).json().path("items").get(0).path("id").asLong();
        person.rest().post("/opportunities/" + person.opportunity("Axe lost") + "/lost", Map.of("lostReasonId", reason, "note", "gone"))
                .expect(200);
        return id;
    }

    private static Browser.NewContextOptions phone() {
        return desktop().setViewportSize(390, 844).setHasTouch(true);
    }
}
