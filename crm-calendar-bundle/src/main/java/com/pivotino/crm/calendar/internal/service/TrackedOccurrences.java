package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows single occurrences through an edit of their series: each carries its old name as a detail, which the engine leaves
 * alone. So it is known where the answer to one occurrence belongs after the series was moved or split.
 */
final class TrackedOccurrences {

    private static final String MARK = "_was";

    private final List<Attendance> attendances;

    private TrackedOccurrences(List<Attendance> attendances) {
        this.attendances = attendances;
    }

    static TrackedOccurrences of(Meeting meeting) {
        return new TrackedOccurrences(meeting.attendances().stream().filter(one -> one.recurrenceId() != null).toList());
    }

    boolean isEmpty() {
        return attendances.isEmpty();
    }

    /** The series with its followed occurrences marked. */
    Series mark(Series series) {
        Map<LocalDateTime, OccurrenceOverride> marked = new TreeMap<>(series.overrides());
        for (Attendance attendance : attendances) {
            LocalDateTime id = LocalDateTime.parse(attendance.recurrenceId());
            OccurrenceOverride before = marked.getOrDefault(id, new OccurrenceOverride(id, null, Map.of()));
            Map<String, Object> details = new LinkedHashMap<>(before.details());
            details.put(MARK, attendance.recurrenceId());
            marked.put(id, new OccurrenceOverride(id, before.slot(), details));
        }
        return new Series(series.slot(), series.rule(), series.exdates(), marked, series.details());
    }

    /** The series without the marks. */
    static Series unmark(Series series) {
        if (series == null) {
            return null;
        }
        List<OccurrenceOverride> plain = new ArrayList<>();
        for (OccurrenceOverride override : series.overrides().values()) {
            OccurrenceOverride bare = new OccurrenceOverride(override.id(), override.slot(), plain(override.details()));
            if (!MeetingWriter.isPlain(bare)) {
                plain.add(bare);
            }
        }
        Map<LocalDateTime, OccurrenceOverride> byId = new TreeMap<>();
        plain.forEach(override -> byId.put(override.id(), override));
        return new Series(series.slot(), series.rule(), series.exdates(), byId, plain(series.details()));
    }

    static Map<String, Object> plain(Map<String, Object> details) {
        Map<String, Object> plain = new LinkedHashMap<>(details);
        plain.remove(MARK);
        return plain;
    }

    /** Parts in single occurrences that are in this marked series now, and under which name. */
    Map<Attendance, LocalDateTime> moved(Series series) {
        Map<Attendance, LocalDateTime> moved = new IdentityHashMap<>();
        for (Attendance attendance : attendances) {
            series.overrides().values().stream().filter(one -> attendance.recurrenceId().equals(one.details().get(MARK))).findFirst()
                    .ifPresent(override -> moved.put(attendance, override.id()));
        }
        return moved;
    }
}
