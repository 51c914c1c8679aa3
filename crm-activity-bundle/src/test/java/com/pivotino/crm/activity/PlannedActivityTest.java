package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.DueRule;
import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.domain.Plan;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.CorrectionWindow;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.directory.Settings;
import com.pivotino.crm.api.directory.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

/** The rules of one activity, without a database. */
public class PlannedActivityTest {

    private static final Instant NOW = Instant.parse("2026-06-03T10:00:00Z");

    @Test
    public void A5_two_hours_away_but_on_the_next_local_day_is_planned_not_today() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        PlannedActivity activity = due("2026-06-04", berlin);
        assertEquals("planned", activity.state(Instant.parse("2026-06-03T21:59:59Z")));
        assertEquals("today", activity.state(Instant.parse("2026-06-03T22:00:00Z")));
        assertEquals("overdue", activity.state(Instant.parse("2026-06-04T22:00:00Z")));
    }

    @Test
    public void A5_a_day_of_25_hours_is_today_to_its_end() {
        PlannedActivity activity = due("2026-10-25", ZoneId.of("Europe/Berlin"));
        assertEquals("today", activity.state(Instant.parse("2026-10-25T22:59:59Z")));
        assertEquals("overdue", activity.state(Instant.parse("2026-10-25T23:00:00Z")));
    }

    @Test
    public void A5_an_end_is_the_state_whatever_the_date() {
        PlannedActivity done = due("2026-06-01", ZoneOffset.UTC);
        assertEquals("overdue", done.state(NOW));
        done.complete(NOW, 1L, null, null, null);
        assertEquals("done", done.state(NOW));
    }

    @Test
    public void A8_an_end_is_final() {
        PlannedActivity done = due("2026-06-04", ZoneOffset.UTC);
        done.complete(NOW, 1L, null, null, null);
        assertThrows(IllegalStateException.class, () -> done.cancel(NOW, 1L, null, null));
        assertThrows(IllegalStateException.class, done::reopen);
        PlannedActivity byHand = due("2026-06-04", ZoneOffset.UTC);
        byHand.cancel(NOW, 1L, "No need", null);
        assertThrows(IllegalStateException.class, byHand::reopen);
        assertThrows(IllegalStateException.class, () -> byHand.complete(NOW, 1L, null, null, null));
    }

    @Test
    public void P16_what_a_closing_cancelled_comes_back_with_its_role_and_date() {
        PlannedActivity first = due("2026-06-04", ZoneOffset.UTC);
        first.takeFirstRole(1);
        first.cancel(NOW, 1L, "Lost", "closing");
        first.reopen();
        assertEquals(List.of("first", "planned", LocalDate.parse("2026-06-04")),
                List.of(first.role(), first.state(NOW), first.dueDate()));
        assertEquals(null, first.cancelReason());
    }

    @Test
    public void A2_a_done_first_activity_never_loses_the_role() {
        PlannedActivity first = due("2026-06-04", ZoneOffset.UTC);
        first.takeFirstRole(1);
        first.complete(NOW, 1L, null, null, null);
        assertThrows(IllegalStateException.class, first::leaveFirstRole);
    }

    @Test
    public void A8_only_the_creator_takes_back_and_only_for_15_minutes() {
        PlannedActivity activity = due("2026-06-04", ZoneOffset.UTC);
        assertTrue(CorrectionWindow.mayRetract(activity, 1L, NOW.plusSeconds(900)));
        assertFalse(CorrectionWindow.mayRetract(activity, 1L, NOW.plusSeconds(901)));
        assertFalse(CorrectionWindow.mayRetract(activity, 2L, NOW));
        assertFalse(CorrectionWindow.mayRetract(activity, null, NOW));
    }

    @Test
    public void A4_business_days_skip_weekends_and_holidays_of_the_team_and_zero_is_the_next_working_day() {
        Settings settings = new Settings(true, 3, Map.of(), "business", ZoneOffset.UTC, "EUR",
                List.of(LocalDate.parse("2026-06-04")), List.of("mo", "tu", "we", "th", "fr"), 10, null);
        ActivityTypeEntity kind = new ActivityTypeEntity("todo", "To-Do") {
            @Override
            public TypeRef toRef() {
                return new TypeRef(1, "todo", "To-Do", "check", "todo");
            }
        };
        assertEquals(LocalDate.parse("2026-06-09"), due(settings, kind, null).date());
        Team sundays = new Team(1, 1, "Sundays", null, List.of(), null, 1, List.of("su"));
        Due ofTeam = due(settings, kind, sundays);
        assertEquals(LocalDate.parse("2026-06-07"), ofTeam.date());
        PlannedActivity planned = new PlannedActivity(new Plan(RecordRef.opportunity(1), 1, "Call", null, ofTeam, 1L,
                ZoneOffset.UTC, 1L, NOW, true));
        assertEquals("1 business day after Wednesday, 3 June 2026 (Z), as the setting of the team says.",
                planned.dueExplanation());
    }

    private static Due due(Settings settings, ActivityTypeEntity kind, Team team) {
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        return DueRule.due(new DueRule(settings).question(kind, new TrackedRecord(Cards.state(7, Cards.NEW)), team, null, today,
                ZoneOffset.UTC), Optional.empty(), today);
    }

    private static PlannedActivity due(String date, ZoneId zone) {
        return new PlannedActivity(new Plan(RecordRef.opportunity(1), 1, "Call", null, Due.chosen(LocalDate.parse(date)), 1L,
                zone, 1L, NOW, false));
    }
}
