package com.pivotino.crm.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.pivotino.crm.itests.Await;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.Test;

/** Who follows, inside and outside, and what each hears of. */
public class Following extends BrowserCase {

    private final Person person = Person.salesperson("Folke Follow");
    private final Person colleague = Person.make("Gunhild " + Long.toString(System.nanoTime(), 36), "manager");
    private final long id = person.opportunity("Quay crane");

    @Test
    public void W2_W3_colleagues_and_outsiders_are_added_and_outsiders_are_never_offered_what_is_internal() {
        Page page = visit(person, "/opportunities/" + id);
        Locator list = open(page);
        assertThat(list.getByRole(AriaRole.LISTITEM)).hasCount(1);
        add(list, colleague.name());
        assertThat(list.getByRole(AriaRole.LISTITEM)).hasCount(2);
        Locator picker = list.getByRole(AriaRole.COMBOBOX);
        picker.fill("no address");
        picker.press("Tab");
        assertThat(list.locator(".refusal")).containsText("is neither a person here nor an email address");
        String address = "quay" + System.nanoTime() + "@customer.example";
        picker.fill(address);
        picker.press("Tab");
        assertThat(list).containsText("Outside the company");
        assertThat(Seen.button(page, "Followers: 3")).isVisible();

        Seen.button(list, "Edit subscription of " + address).click();
        Locator form = list.getByRole(AriaRole.FORM);
        assertThat(form.getByLabel("Discussions")).isChecked();
        assertThat(form.getByLabel("Notes")).hasCount(0);
        assertThat(form.getByLabel("Activities")).hasCount(0);
    }

    @Test
    public void a_subscription_is_edited_and_the_follower_removed() {
        Page page = visit(person, "/opportunities/" + id);
        Locator list = open(page);
        add(list, colleague.name());
        Seen.button(list, "Edit subscription of " + colleague.name()).click();
        Locator form = list.getByRole(AriaRole.FORM);
        form.getByLabel("Stage changed").uncheck();
        form.getByLabel("Notes").check();
        Seen.button(form, "Save").click();
        assertThat(form).isHidden();
        Set<String> chosen = new TreeSet<>();
        follower(colleague).path("subtypes").forEach(key -> chosen.add(key.asText()));
        assertEquals(Set.of("discussions", "field_changes", "lost", "meetings", "notes", "restored", "won"), chosen);

        Seen.button(list, "Remove " + colleague.name()).click();
        assertThat(list.getByRole(AriaRole.LISTITEM)).hasCount(1);
        Seen.button(list.locator(".followers-head"), "Stop following").click();
        assertThat(list).containsText("Nobody follows this yet.");
        Seen.button(list, "Follow").click();
        assertThat(list).containsText(person.name());
    }

    @Test
    public void a_roles_template_is_chosen_in_the_settings_holds_for_new_followers_and_is_copied() {
        Person admin = Person.make("Torsten " + Long.toString(System.nanoTime(), 36), "admin");
        Page settings = visit(admin, "/settings/workspace");
        Locator managers = settings.locator("crm-settings-followers").getByRole(AriaRole.FORM,
                new Locator.GetByRoleOptions().setName("Managers"));
        managers.getByLabel("Notes").check();
        managers.getByLabel("Lost").uncheck();
        Seen.button(managers, "Save").click();
        assertThat(Seen.button(managers, "As usual again")).isVisible();

        Page page = visit(person, "/opportunities/" + id);
        Locator list = open(page);
        add(list, colleague.name());
        assertEquals(Set.of("discussions", "field_changes", "meetings", "notes", "restored", "stage_changed", "won"), subtypes(colleague));
        Seen.button(list, "Edit subscription of " + colleague.name()).click();
        Locator form = list.getByRole(AriaRole.FORM);
        form.getByLabel("Copy from").selectOption("salesperson");
        assertThat(form.getByLabel("Notes")).not().isChecked();
        assertThat(form.getByLabel("Lost")).isChecked();
        Seen.button(form, "Save").click();
        assertThat(form).isHidden();
        assertEquals(Set.of("discussions", "field_changes", "lost", "meetings", "restored", "stage_changed", "won"), subtypes(colleague));
        Seen.button(managers, "As usual again").click();
        assertThat(Seen.button(managers, "As usual again")).isHidden();
    }

    private Set<String> subtypes(Person who) {
        Set<String> chosen = new TreeSet<>();
        follower(who).path("subtypes").forEach(key -> chosen.add(key.asText()));
        return chosen;
    }

    @Test
    public void how_one_is_notified_is_chosen_in_the_settings() {
        Page page = visit(person, "/settings/you");
        Locator panel = page.locator("crm-settings-notifications");
        panel.getByLabel("How you are told").selectOption("mail");
        panel.getByLabel("When emails are sent").selectOption("daily");
        panel.getByLabel("Won").selectOption("none");
        panel.getByLabel("Quiet hours").check();
        panel.locator("[name=from]").fill("18:00");
        panel.locator("[name=until]").fill("08:00");
        Seen.button(panel, "Save").click();
        assertThat(panel).containsText("Saved.");
        JsonNode kept = person.rest().get("/me").json().path("notifications");
        assertEquals("mail", kept.path("default").asText());
        assertEquals("daily", kept.path("digest").asText());
        assertEquals("none", kept.path("bySubtype").path("won").asText());
        assertEquals("18:00", kept.path("quietHours").path("from").asText());

        page.reload();
        assertThat(panel.getByLabel("Won")).hasValue("none");
        panel.getByLabel("Won").selectOption("");
        panel.getByLabel("Quiet hours").uncheck();
        Seen.button(panel, "Save").click();
        assertThat(panel).containsText("Saved.");
        Await.that("the choice is taken back", Duration.ofSeconds(10), () -> person.rest().get("/me").json().path("notifications")
                .path("bySubtype").isEmpty());
    }

    private static Locator open(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Followers: "))).click();
        Locator list = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Followers"));
        assertThat(list.getByRole(AriaRole.LISTITEM).first()).isVisible();
        return list;
    }

    private static void add(Locator list, String name) {
        list.getByRole(AriaRole.COMBOBOX).fill(name);
        list.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(name)).first().click();
        assertThat(list.locator("ul")).containsText(name);
    }

    private JsonNode follower(Person who) {
        for (JsonNode follower : person.rest().get("/records/opportunity/" + id + "/followers").expect(200).json().path("items")) {
            if (follower.path("person").path("kind").asText().equals("user") && follower.path("person").path("id").asLong() == who.id()) {
                return follower;
            }
        }
        throw new AssertionError(who.name() + " does not follow");
    }
}
