package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.ChangedOccurrence;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Series;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An event with its occurrences and with who takes part, as loaded.
 *
 * @param attendances of the whole event and those by which single occurrences differ; the organizer's first
 */
public record Meeting(CalendarEvent event, Series series, List<Attendance> attendances) {

    static Meeting of(CalendarEvent event, Collection<ChangedOccurrence> overrides, List<Attendance> attendances) {
        Series series = Series.stored(event.slot(), event.rrule(), event.exdates(),
                overrides.stream().map(ChangedOccurrence::toOverride).toList(), event.texts().toDetails());
        return new Meeting(event, series, List.copyOf(attendances));
    }

    /** Who takes part in the whole event. */
    List<Attendance> invited() {
        return attendances.stream().filter(attendance -> attendance.recurrenceId() == null).toList();
    }

    /** Who takes part in one occurrence; in the whole event if that is null or it is a single one. */
    List<Attendance> invited(LocalDateTime id) {
        Map<Address, Attendance> there = new LinkedHashMap<>();
        invited().forEach(attendance -> there.put(attendance.address(), attendance));
        if (id != null && series.recurring()) {
            String text = id.toString();
            attendances.stream().filter(attendance -> text.equals(attendance.recurrenceId()))
                    .forEach(attendance -> there.put(attendance.address(), attendance));
        }
        return there.values().stream().filter(attendance -> !attendance.isAbsent()).toList();
    }

    /** Who takes part in single occurrences and not in the whole event. */
    List<Attendance> guests() {
        Set<Address> whole = invited().stream().map(Attendance::address).collect(Collectors.toSet());
        return attendances.stream().filter(one -> one.recurrenceId() != null && !one.isAbsent() && !whole.contains(one.address())).toList();
    }

    Optional<Attendance> invited(Address who, LocalDateTime id) {
        return invited(id).stream().filter(attendance -> attendance.address().equals(who)).findFirst();
    }

    /** Whether somebody leads it or takes part in that occurrence, or, for null, in any. */
    boolean includes(Long user, LocalDateTime id) {
        return user != null && (event.isLedBy(user) || (id == null ? attendances : invited(id)).stream()
                .anyMatch(attendance -> !attendance.isAbsent() && attendance.address().equals(Address.user(user))));
    }

    Texts texts() {
        return event.texts();
    }
}
