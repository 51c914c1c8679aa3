package com.pivotino.crm.calendar.internal.ical;

import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event as iCalendar tells it. The series' details bear the names of REST: {@code title, location, description, showAs,
 * privacy}; those of an override may also bear {@code attendees}, a list of {@link IcsPerson}, if somebody answered for that
 * occurrence alone.
 *
 * @param uid       the same for ever and for everybody
 * @param sequence  one more after each change of time, place or rule (SEMANTICS I2)
 * @param changed   when it was changed last, which is its DTSTAMP
 * @param organizer or null for an event without attendees
 * @param attendees empty in a feed that does not tell them
 * @param cancelled whether all of it is cancelled
 */
public record IcsEvent(String uid, int sequence, Instant changed, Series series, IcsPerson organizer,
        List<IcsPerson> attendees, boolean cancelled) {

    /** What others see of a private event (SEMANTICS I5). */
    public static final String BUSY = "Busy";

    public IcsEvent {
        attendees = List.copyOf(attendees);
    }

    /** The same, but of these occurrences only that somebody is busy; for those that are private in a public series. */
    public IcsEvent hiding(Collection<LocalDateTime> ids) {
        List<OccurrenceOverride> overrides = series.overrides().values().stream()
                .map(override -> ids.contains(override.id()) ? hidden(override) : override).toList();
        Series told = Series.stored(series.slot(), series.rrule(), series.exdates(), overrides, series.details());
        return new IcsEvent(uid, sequence, changed, told, organizer, attendees, cancelled);
    }

    private OccurrenceOverride hidden(OccurrenceOverride override) {
        Map<String, Object> details = new LinkedHashMap<>();
        series.details().keySet().forEach(member -> details.put(member, null));
        details.put("title", BUSY);
        details.put("showAs", override.details().getOrDefault("showAs", series.details().get("showAs")));
        return new OccurrenceOverride(override.id(), override.slot(), details);
    }

    /** The same times without anything that tells what it is. */
    public IcsEvent busy() {
        List<OccurrenceOverride> overrides = series.overrides().values().stream().filter(override -> override.slot() != null)
                .map(override -> new OccurrenceOverride(override.id(), override.slot(), Map.of())).toList();
        Object showAs = series.details().get("showAs");
        Map<String, Object> details = showAs == null ? Map.of("title", BUSY) : Map.of("title", BUSY, "showAs", showAs);
        Series bare = Series.stored(series.slot(), series.rrule(), series.exdates(), overrides, details);
        return new IcsEvent(uid, sequence, changed, bare, null, List.of(), cancelled);
    }
}
