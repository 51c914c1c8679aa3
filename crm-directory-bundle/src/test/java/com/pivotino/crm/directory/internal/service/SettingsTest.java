package com.pivotino.crm.directory.internal.service;

import static com.pivotino.crm.directory.internal.service.DirectoryRig.patch;
import static com.pivotino.crm.directory.internal.service.Refusals.invalid;
import static com.pivotino.crm.directory.internal.service.Refusals.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.directory.event.SettingsChanged;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class SettingsTest extends OnEachDatabase {

    private DirectoryRig rig;
    private SettingsAdmin settings;
    private Onboarding onboarding;
    private Actor admin;
    private Actor joe;

    @Before
    public void start() {
        rig = new DirectoryRig(database);
        settings = rig.services.settings();
        onboarding = rig.services.onboarding();
        admin = rig.actor(rig.user("root", Role.ADMIN));
        joe = rig.actor(rig.user("joe", Role.MANAGER));
        rig.heard();
    }

    @After
    public void stop() {
        rig.stop();
    }

    @Test
    public void a_new_workspace_has_the_defaults() {
        assertEquals(new Settings(false, 3, Map.of(), "calendar", ZoneId.of("UTC"), "EUR", List.of(),
                List.of("mo", "tu", "we", "th", "fr"), 10, null), settings.current());
        assertEquals(1, settings.versioned().version());
    }

    @Test
    public void every_setting_can_be_changed_and_is_read_back_on_every_node() {
        SettingsService other = rig.otherNode().settings();
        other.current();
        Map<String, Object> all = new HashMap<>();
        all.put("dueDays", 5);
        all.put("dueDaysByType", Map.of("call", 1, "email", 0));
        all.put("mode", "business");
        all.put("zone", "Europe/Berlin");
        all.put("currency", "USD");
        all.put("holidays", List.of("2026-12-25", "2026-01-01", "2026-12-25"));
        all.put("workingDays", List.of("sa", "mo"));
        all.put("undoSeconds", 0);
        all.put("firstActivityTypeId", 7);
        all.put("followOnPost", false);
        all.put("attachmentLimitMb", 10);
        all.put("mailDelaySeconds", 0);
        all.put("editWindowMinutes", 30);
        all.put("openActivitiesOnWon", "cancel");
        all.put("externalLinkShowsStage", false);
        all.put("dueDaysByStage", Map.of("12", 5));
        SettingsAdmin.Current now = settings.patch(admin, 1L, new MergePatch(all));
        Settings expected = new Settings(false, 5, Map.of("call", 1, "email", 0), "business", ZoneId.of("Europe/Berlin"),
                "USD", List.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-25")), List.of("mo", "sa"), 0, 7L,
                false, 10, 0, 30, "cancel", false, Map.of(12L, 5));
        assertEquals(expected, now.settings());
        assertEquals(2, now.version());
        assertEquals(expected, settings.current());
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (!expected.equals(other.current()) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals("within a second or so", expected, other.current());
        assertEquals(all.keySet(), java.util.Set.copyOf(rig.events.get(0).body(SettingsChanged.class).names()));
        assertEquals("the same again is no change", 2, settings.patch(admin, null,
                new MergePatch(all)).version());
        assertEquals(List.of("directory.SettingsChanged"), rig.heard());
    }

    @Test
    public void what_cannot_be_is_refused_and_nothing_of_it_is_kept() {
        Map<String, List<Object>> wrong = new HashMap<>();
        wrong.put("dueDays", List.of(-1, 366, "3", 2.5));
        wrong.put("mode", List.of("lunar", ""));
        wrong.put("zone", List.of("Nowhere", ""));
        wrong.put("currency", List.of("EURO", "eur", "XYZ"));
        wrong.put("holidays", List.of(List.of("25.12."), "2026-12-25", List.of(5)));
        wrong.put("workingDays", List.of(List.of(), List.of("monday")));
        wrong.put("undoSeconds", List.of(61, -1));
        wrong.put("firstActivityTypeId", List.of(0, "x"));
        wrong.put("followOnPost", List.of("yes"));
        wrong.put("attachmentLimitMb", List.of(0));
        wrong.put("openActivitiesOnWon", List.of("maybe"));
        wrong.put("dueDaysByType", List.of(Map.of("Call!", 1), 7));
        wrong.forEach((name, values) -> values.forEach(value -> invalid(name,
                () -> settings.patch(admin, null, patch("editWindowMinutes", 1, name, value)))));
        invalid("call", () -> settings.patch(admin, null, patch("dueDaysByType", Map.of("call", 400))));
        for (String name : List.of("dueDays", "mode", "zone", "currency", "undoSeconds", "followOnPost")) {
            invalid(name, () -> settings.patch(admin, null, patch(name, null)));
        }
        refused("unknown_field", () -> settings.patch(admin, null, patch("colour", "red")));
        refused("forbidden", () -> settings.patch(admin, null, patch("onboardingCompleted", true)));
        assertEquals(15, settings.current().editWindowMinutes());
        assertEquals(List.of(), rig.heard());
    }

    @Test
    public void the_first_activity_has_a_type_that_is_there() {
        settings.activityTypes(id -> id == 7);
        invalid("firstActivityTypeId", () -> settings.patch(admin, null, patch("firstActivityTypeId", 8)));
        settings.patch(admin, null, patch("firstActivityTypeId", 7));
        assertEquals(Long.valueOf(7), settings.current().firstActivityTypeId());
        settings.patch(admin, null, patch("firstActivityTypeId", null));
        assertNull(settings.current().firstActivityTypeId());
    }

    @Test
    public void only_administrators_change_them() {
        refused("forbidden", () -> settings.patch(joe, null, patch("dueDays", 1)));
        refused("forbidden", () -> onboarding.put(joe, null, patch("dueDays", 1)));
        assertEquals(3, onboarding.get(joe, ListQuery.first(1)).dueDays());
    }

    @Test
    public void a_stale_change_is_a_version_conflict_unless_it_changes_nothing() {
        settings.patch(admin, null, patch("dueDays", 5));
        refused("version_conflict", () -> settings.patch(admin, 1L, patch("dueDays", 6)));
        assertEquals(2, settings.patch(admin, 1L, patch("dueDays", 5)).version());
    }

    @Test
    public void days_by_type_are_merged_in_the_settings_and_replaced_by_the_questionnaire() {
        settings.patch(admin, null, patch("dueDaysByType", Map.of("call", 1, "email", 2)));
        Map<String, Object> change = new HashMap<>();
        change.put("call", null);
        change.put("letter", 9);
        assertEquals(Map.of("email", 2, "letter", 9),
                settings.patch(admin, null, patch("dueDaysByType", change)).settings().dueDaysByType());
        assertEquals(Map.of("call", 4), onboarding.put(admin, null, patch("dueDaysByType", Map.of("call", 4))).dueDaysByType());
    }

    @Test
    public void answering_completes_the_questionnaire() {
        assertFalse(onboarding.get(admin, ListQuery.first(1)).completed());
        Onboarding.Questionnaire answered = onboarding.put(admin, null, patch("dueDays", 2, "mode", "business", "zone",
                "Europe/Berlin", "currency", "CHF"));
        assertTrue(answered.completed());
        assertTrue(settings.current().onboardingCompleted());
        assertEquals("CHF", settings.current().currency());
        assertFalse(onboarding.put(admin, null, patch("completed", false)).completed());
        refused("unknown_field", () -> onboarding.put(admin, null, patch("undoSeconds", 1)));
    }

    @Test
    public void A4_the_preview_is_computed_by_the_answers_as_saved() {
        // The clock stands at Wednesday 3 June 2026, 10:00 UTC.
        assertEquals(LocalDate.parse("2026-06-06"), preview().preview().date());
        assertEquals("An opportunity saved now would be due Sat 6 June: 3 days from today, Wed 3 June in UTC, counting every day.",
                preview().preview().explanation());
        settings.patch(admin, null, patch("holidays", List.of("2026-06-04", "2026-06-06")));
        Onboarding.Questionnaire business = onboarding.put(admin, null, patch("mode", "business"));
        assertEquals(LocalDate.parse("2026-06-09"), business.preview().date());
        assertEquals("An opportunity saved now would be due Tue 9 June: 3 working days from today, Wed 3 June in UTC,"
                + " counting Mon, Tue, Wed, Thu, Fri without 1 holiday.", business.preview().explanation());
    }

    @Test
    public void A4_the_preview_takes_answers_that_are_not_saved() {
        assertEquals(LocalDate.parse("2026-06-03"), preview("dueDays", "0").preview().date());
        assertEquals(LocalDate.parse("2026-06-05"), preview("dueDays", "2", "mode", "business").preview().date());
        assertEquals(LocalDate.parse("2026-06-08"), preview("dueDays", "3", "mode", "business").preview().date());
        rig.crm.clock().set(Instant.parse("2026-06-05T20:00:00Z"));
        assertEquals("Saturday in Tokyo", LocalDate.parse("2026-06-08"),
                preview("dueDays", "0", "mode", "business", "zone", "Asia/Tokyo").preview().date());
        assertEquals("nothing is saved", 3, preview().dueDays());
        assertEquals("calendar", preview().mode());
        invalid("dueDays", () -> preview("dueDays", "many"));
        invalid("dueDays", () -> preview("dueDays", "-1"));
        invalid("mode", () -> preview("mode", "lunar"));
        invalid("zone", () -> preview("zone", "Nowhere"));
        refused("unknown_field", () -> preview("currency", "EUR"));
        assertNull(settings.current().firstActivityTypeId());
    }

    private Onboarding.Questionnaire preview(String... filters) {
        Map<String, List<String>> query = new HashMap<>();
        for (int i = 0; i < filters.length; i += 2) {
            query.put(filters[i], List.of(filters[i + 1]));
        }
        return onboarding.get(admin, new ListQuery(50, null, null, false, query));
    }
}
