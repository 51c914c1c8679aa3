package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.calendar.AvailabilityService.Interval;
import com.pivotino.crm.api.calendar.EventWindow;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.calendar.internal.service.EventViews.Shown;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When people are busy (SEMANTICS I4): in what they have not declined and what is not shown as free; says nothing else. */
final class BusyTimes {

    private final CalendarUnitOfWork unit;
    private final Actor actor;

    BusyTimes(CalendarUnitOfWork unit, Actor actor) {
        this.unit = unit;
        this.actor = actor;
    }

    /** @param except an event that does not count, or null */
    Map<PersonRef, List<Interval>> of(Collection<PersonRef> people, Instant from, Instant to, Long except) {
        Set<Address> addresses = new LinkedHashSet<>();
        people.forEach(person -> addresses.add(Address.of(person)));
        Map<PersonRef, List<Interval>> busy = new LinkedHashMap<>();
        people.forEach(person -> busy.put(person, new ArrayList<>()));
        List<Shown> shown = addresses.isEmpty() ? List.of()
                : new WindowReading(unit, actor).shown(new EventWindow(from, to, List.of(), null), addresses);
        for (Shown one : shown) {
            boolean counts = !Texts.of(one.occurrence().details()).isFree()
                    && (except == null || one.meeting().event().id() != except);
            if (counts) {
                one.meeting().invited(one.id()).stream().filter(a -> addresses.contains(a.address()) && !a.isDeclined()).forEach(a -> {
                    PersonRef person = a.address().person();
                    busy.get(person).add(interval(one.occurrence().slot(), person, from, to));
                });
            }
        }
        busy.replaceAll((person, intervals) -> joined(intervals));
        return busy;
    }

    /** All-day events lie where the person's days do. */
    private Interval interval(TimeSlot slot, PersonRef person, Instant from, Instant to) {
        ZoneId zone = person.isUser() ? unit.directory().zoneOf(person.id()) : actor.zone();
        Instant start = slot.startInstant(zone);
        Instant end = slot.endInstant(zone);
        return new Interval(start.isBefore(from) ? from : start, end.isAfter(to) ? to : end);
    }

    private static List<Interval> joined(List<Interval> intervals) {
        List<Interval> joined = new ArrayList<>();
        intervals.stream().filter(one -> one.start().isBefore(one.end())).sorted(Comparator.comparing(Interval::start)).forEach(one -> {
            Interval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last == null || last.end().isBefore(one.start())) {
                joined.add(one);
            } else if (one.end().isAfter(last.end())) {
                joined.set(joined.size() - 1, new Interval(last.start(), one.end()));
            }
        });
        return List.copyOf(joined);
    }

    /** Whether they share more than a point. */
    static boolean overlaps(List<Interval> busy, Instant start, Instant end) {
        return busy.stream().anyMatch(one -> one.start().isBefore(end) && one.end().isAfter(start));
    }
}
