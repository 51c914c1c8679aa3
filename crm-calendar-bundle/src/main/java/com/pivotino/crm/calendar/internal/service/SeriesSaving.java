package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.ChangedOccurrence;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.domain.AnnouncedZoneRules;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import com.pivotino.crm.calendar.internal.store.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a series into its event, with the bounds by which windows find it. */
final class SeriesSaving {

    /** Where endless series end for the index. */
    static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
    /** All-day events begin and end elsewhere earlier or later than in UTC. */
    private static final Duration ROOM = Duration.ofHours(14);

    private final EventStore store;

    SeriesSaving(EventStore store) {
        this.store = store;
    }

    /** @param attendances all of the event */
    void save(CalendarEvent event, Series series, Collection<Attendance> attendances) {
        event.takePlace(series.slot(), series.rrule(), series.exdates());
        event.say(Texts.of(series.details()));
        event.reach(series.firstStart().minus(ROOM), series.lastEnd().map(end -> end.plus(ROOM)).orElse(FOREVER));
        event.computedBy(AnnouncedZoneRules.version());
        attendances.forEach(attendance -> attendance.reachTo(event.lastEnd()));
    }

    /** The event has its id by now. */
    void saveOverrides(CalendarEvent event, Series series) {
        Map<LocalDateTime, OccurrenceOverride> wanted = new LinkedHashMap<>(series.overrides());
        List<ChangedOccurrence> known = store.overrides(List.of(event.id())).getOrDefault(event.id(), List.of());
        for (ChangedOccurrence row : known) {
            OccurrenceOverride before = row.toOverride();
            if (before.equals(wanted.get(before.id()))) {
                wanted.remove(before.id());
            } else {
                store.remove(row);
            }
        }
        store.flush();
        wanted.values().forEach(override -> store.add(new ChangedOccurrence(event.id(), override)));
    }
}
