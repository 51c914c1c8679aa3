package com.pivotino.crm.calendar.internal.recurrence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.Test;

/** What holds of every edit of every series, over random ones (SEMANTICS E1 to E7). */
public class RandomEditTest {

    private static final int SERIES = 300;
    private static final ZoneId READER = ZoneOffset.UTC;
    private final RandomRules rules = new RandomRules(7);
    private final Random random = new Random(7);

    /** A series with some exceptions, its first starts, and one of them that is opened. */
    private record Case(Series series, List<LocalDateTime> ids, LocalDateTime opened) {

        LocalDate horizon() {
            return ids.get(ids.size() - 1).toLocalDate();
        }
    }

    private Case next() {
        Series series = rules.next();
        List<LocalDateTime> ids = new ArrayList<>();
        series.expansion().walk(LocalDate.MIN, LocalDate.MAX, id -> ids.add(id) && ids.size() < 40);
        for (LocalDateTime id : ids) {
            int kind = random.nextInt(12);
            if (kind == 0 && Split.hasAny(Split.without(series, id))) {
                series = Split.without(series, id);
            } else if (kind == 1) {
                series = edit(series, Edit.ofTime(series.slot().startingAt(id.plusDays(1))), RecurrenceScope.THIS, id).series();
            } else if (kind == 2) {
                series = edit(series, Edit.ofDetails(Map.of("title", "Own")), RecurrenceScope.THIS, id).series();
            }
        }
        Series made = series;
        List<LocalDateTime> left = ids.stream().filter(id -> !made.exdates().contains(id)).toList();
        return new Case(series, ids, left.get(random.nextInt(left.size())));
    }

    private static EditScope scope(RecurrenceScope scope, LocalDateTime id, boolean includePast, Instant now) {
        return new EditScope(scope, id, true, includePast, now, READER);
    }

    private static EditResult edit(Series series, Edit edit, RecurrenceScope scope, LocalDateTime id) {
        return SeriesEditor.edit(series, edit, scope(scope, id, true, Instant.EPOCH));
    }

    /** Shown starts by identity, up to the horizon of the case. */
    private static TreeMap<LocalDateTime, LocalDateTime> shown(Case one, Series series) {
        TreeMap<LocalDateTime, LocalDateTime> shown = new TreeMap<>();
        if (series != null) {
            series.expansion().walk(LocalDate.MIN, one.horizon(), id -> {
                series.occurrence(id).ifPresent(occurrence -> shown.put(id, occurrence.slot().start()));
                return true;
            });
        }
        return shown;
    }

    @Test
    public void e1_a_deleted_or_moved_one_leaves_all_others() {
        for (int i = 0; i < SERIES; i++) {
            Case one = next();
            TreeMap<LocalDateTime, LocalDateTime> others = shown(one, one.series());
            others.remove(one.opened());
            Series deleted = SeriesEditor.delete(one.series(), scope(RecurrenceScope.THIS, one.opened(), false, Instant.EPOCH)).series();
            assertEquals(others, shown(one, deleted));
            TreeMap<LocalDateTime, LocalDateTime> moved = shown(one, edit(one.series(),
                    Edit.ofTime(one.series().slot().startingAt(one.opened().plusMinutes(5))), RecurrenceScope.THIS, one.opened()).series());
            assertEquals(one.opened().plusMinutes(5), moved.remove(one.opened()));
            assertEquals(others, moved);
        }
    }

    @Test
    public void e2_a_split_loses_and_doubles_nothing() {
        for (int i = 0; i < SERIES; i++) {
            Case one = next();
            EditResult split = edit(one.series(), Edit.ofDetails(Map.of("place", "Hall")), RecurrenceScope.FOLLOWING, one.opened());
            TreeMap<LocalDateTime, LocalDateTime> together = shown(one, split.series());
            TreeMap<LocalDateTime, LocalDateTime> later = shown(one, split.continued());
            together.putAll(later);
            assertEquals(one.series() + " at " + one.opened(), shown(one, one.series()), together);
            assertTrue(later.isEmpty() || !later.firstKey().isBefore(one.opened()));
        }
    }

    @Test
    public void e2_deleting_following_leaves_those_before() {
        for (int i = 0; i < SERIES; i++) {
            Case one = next();
            Series left = SeriesEditor.delete(one.series(), scope(RecurrenceScope.FOLLOWING, one.opened(), false, Instant.EPOCH)).series();
            assertEquals(shown(one, one.series()).headMap(one.opened()), shown(one, left));
        }
    }

    @Test
    public void e3_what_was_held_and_what_is_to_come_are_all_there_is() {
        for (int i = 0; i < SERIES; i++) {
            Case one = next();
            Instant now = one.series().slot().startingAt(one.opened()).endInstant();
            EditResult result = SeriesEditor.edit(one.series(), Edit.ofDetails(Map.of("place", "Hall")),
                    scope(RecurrenceScope.ALL, one.opened(), false, now));
            TreeMap<LocalDateTime, LocalDateTime> together = shown(one, result.series());
            if (!result.frozen().isEmpty()) {
                assertTrue(together.keySet().stream().noneMatch(id -> result.frozen().stream().anyMatch(held -> held.id().equals(id))));
                result.frozen().forEach(held -> together.put(held.id(), held.slot().start()));
            }
            assertEquals(one.series() + " at " + one.opened(), shown(one, one.series()), together);
        }
    }

    @Test
    public void e4_a_new_time_of_day_moves_all_and_keeps_every_exception() {
        for (int i = 0; i < SERIES; i++) {
            Case one = next();
            LocalDateTime target = one.opened().toLocalDate().atTime(one.opened().getHour() < 12 ? 15 : 6, 20);
            Series series = one.series();
            EditResult result = edit(series, Edit.ofTime(series.slot().startingAt(series.slot().allDay() ? one.opened() : target)),
                    RecurrenceScope.ALL, one.opened());
            assertEquals(List.of(), result.discarded());
            assertEquals(series + " at " + one.opened(), dates(shown(one, series)), dates(shown(one, result.series())));
            assertEquals(series.exdates().size(), result.series().exdates().size());
        }
    }

    private static List<LocalDate> dates(TreeMap<LocalDateTime, LocalDateTime> shown) {
        return shown.keySet().stream().map(LocalDateTime::toLocalDate).toList();
    }

    @Test
    public void e5_one_moved_to_another_day_is_there_and_the_count_stays() {
        int moved = 0;
        for (int i = 0; i < SERIES; i++) {
            Case one = next();
            Series series = one.series();
            LocalDateTime target = one.opened().plusDays(1 + random.nextInt(9));
            if (target.equals(series.shown(one.opened()).slot().start())) {
                continue;
            }
            try {
                Series result = edit(series, Edit.ofTime(series.slot().startingAt(target)), RecurrenceScope.ALL, one.opened()).series();
                assertTrue(series + " to " + target, result.occurrence(target).isPresent());
                assertEquals(series.rule().count(), result.rule().count());
                moved++;
            } catch (CrmException e) {
                assertEquals("rrule_required", e.code());
            }
        }
        assertTrue("moved " + moved, moved > SERIES / 2);
    }
}
