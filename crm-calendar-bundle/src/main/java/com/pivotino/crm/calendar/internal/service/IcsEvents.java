package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.ical.IcsEvent;
import com.pivotino.crm.calendar.internal.ical.IcsPerson;
import com.pivotino.crm.calendar.internal.recurrence.OccurrenceOverride;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Events as iCalendar tells them. */
final class IcsEvents {

    private final Names names;

    IcsEvents(Names names) {
        this.names = names;
    }

    /** With who takes part, and with who differs in single occurrences. */
    IcsEvent of(Meeting meeting) {
        return of(meeting, meeting.invited());
    }

    /** With these people only. */
    IcsEvent of(Meeting meeting, Collection<Attendance> people) {
        CalendarEvent event = meeting.event();
        return new IcsEvent(event.uid(), event.sequence(), event.changedAt(), withPeople(meeting), organizer(meeting), persons(people),
                event.isCancelled());
    }

    /** Without people, as a subscriber sees it; {@code without} are occurrences that the subscriber does not take part in. */
    IcsEvent bare(Meeting meeting, Set<LocalDateTime> without) {
        CalendarEvent event = meeting.event();
        Series all = meeting.series();
        TreeSet<LocalDateTime> exdates = new TreeSet<>(all.exdates());
        exdates.addAll(without);
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>(all.overrides());
        without.forEach(overrides::remove);
        return new IcsEvent(event.uid(), event.sequence(), event.changedAt(), new Series(all.slot(), all.rule(), exdates, overrides,
                all.details()), null, List.of(), event.isCancelled());
    }

    private IcsPerson organizer(Meeting meeting) {
        return meeting.invited().stream().filter(Attendance::isOrganizer).filter(one -> email(one) != null)
                .map(one -> new IcsPerson(email(one), names.of(one), null)).findFirst().orElse(null);
    }

    private List<IcsPerson> persons(Collection<Attendance> people) {
        return people.stream().map(one -> email(one) == null ? null : new IcsPerson(email(one), names.of(one), one.answer()))
                .filter(Objects::nonNull).toList();
    }

    private String email(Attendance attendance) {
        String email = names.email(attendance);
        return email == null || email.isBlank() ? null : email;
    }

    private Series withPeople(Meeting meeting) {
        Series series = meeting.series();
        Map<LocalDateTime, OccurrenceOverride> overrides = new TreeMap<>(series.overrides());
        Set<String> ids = meeting.attendances().stream().map(Attendance::recurrenceId).filter(Objects::nonNull).collect(Collectors.toSet());
        for (String text : ids) {
            LocalDateTime id = LocalDateTime.parse(text);
            if (series.occurrence(id).isPresent()) {
                OccurrenceOverride before = overrides.getOrDefault(id, new OccurrenceOverride(id, null, Map.of()));
                Map<String, Object> details = new LinkedHashMap<>(before.details());
                details.put("attendees", persons(meeting.invited(id)));
                overrides.put(id, new OccurrenceOverride(id, before.slot(), details));
            }
        }
        return new Series(series.slot(), series.rule(), series.exdates(), overrides, series.details());
    }
}
