package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.calendar.EventWindow;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.Window;
import com.pivotino.crm.calendar.internal.service.EventViews.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Computes the occurrences in a window, of calendars or of a record; a handful of queries, however many there are. */
final class WindowReading {

    private static final int MOST = 10_000;

    private final CalendarUnitOfWork unit;
    private final Actor actor;

    WindowReading(CalendarUnitOfWork unit, Actor actor) {
        this.unit = unit;
        this.actor = actor;
    }

    List<com.pivotino.crm.api.calendar.Occurrence> occurrences(EventWindow window) {
        Set<Address> people = new LinkedHashSet<>();
        window.people().forEach(person -> people.add(Address.of(person)));
        if (people.isEmpty() && window.record() == null && actor.userId() != null) {
            people.add(Address.user(actor.userId()));
        }
        if (window.record() != null) {
            unit.records().requireReadable(actor, window.record());
        }
        return unit.views(actor).of(shown(window, people), people);
    }

    /** Those in which one of the people takes part; of all, if none is named. */
    List<Shown> shown(EventWindow window, Set<Address> people) {
        Window reading = new Window(window.from(), window.to(), actor.zone());
        List<CalendarEvent> events = window.record() != null ? unit.reading().ofRecord(window.record(), window.from(), window.to())
                : people.isEmpty() ? List.of() : unit.reading().ofPeople(people, window.from(), window.to());
        List<Shown> all = new ArrayList<>();
        for (Meeting meeting : unit.loadForReading(events)) {
            for (Occurrence occurrence : meeting.series().occurrences(reading)) {
                Shown shown = new Shown(meeting, occurrence);
                if (people.isEmpty() || meeting.invited(shown.id()).stream().anyMatch(a -> people.contains(a.address()))) {
                    all.add(shown);
                }
            }
            if (all.size() > MOST) {
                throw CrmException.invalid("to", "too_many", "More than " + MOST + " occurrences; ask for a shorter time.");
            }
        }
        all.sort(Comparator.comparing((Shown shown) -> shown.occurrence().slot().startInstant(actor.zone()))
                .thenComparing(shown -> shown.meeting().event().id()).thenComparing(shown -> shown.occurrence().id()));
        return all;
    }
}
