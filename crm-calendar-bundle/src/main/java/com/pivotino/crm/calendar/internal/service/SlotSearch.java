package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.calendar.AvailabilityService.Interval;
import com.pivotino.crm.api.calendar.AvailabilityService.Slot;
import com.pivotino.crm.api.calendar.CalendarPreferences;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for stretches in which people are free and at work, on the quarter hour. */
final class SlotSearch {

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int MOST = 200;

    private final Set<DayOfWeek> workingDays;
    private final Set<LocalDate> holidays;
    private final Map<PersonRef, List<Interval>> busy;
    private final Map<PersonRef, Hours> hours;

    /** When somebody works, and where. */
    record Hours(CalendarPreferences preferences, ZoneId zone) {
    }

    SlotSearch(Set<DayOfWeek> workingDays, Set<LocalDate> holidays, Map<PersonRef, List<Interval>> busy, Map<PersonRef, Hours> hours) {
        this.workingDays = workingDays;
        this.holidays = holidays;
        this.busy = busy;
        this.hours = hours;
    }

    /** @param own hours of who asks: no other times are looked at */
    List<Slot> search(Instant from, Instant to, Duration length, Hours own, boolean partial) {
        List<Slot> free = new ArrayList<>();
        List<Slot> others = new ArrayList<>();
        LocalDateTime local = LocalDateTime.ofInstant(from, own.zone());
        LocalDateTime time = local.toLocalDate().atTime(local.getHour(), local.getMinute() / 15 * 15);
        for (Instant start = time.atZone(own.zone()).toInstant(); !start.plus(length).isAfter(to) && free.size() < MOST;
                start = start.plus(STEP)) {
            if (start.isBefore(from) || !atWork(own, start, length)) {
                continue;
            }
            Instant begin = start;
            Instant end = start.plus(length);
            List<PersonRef> away = busy.keySet().stream().filter(person -> BusyTimes.overlaps(busy.get(person), begin, end)
                    || hours.containsKey(person) && !atWork(hours.get(person), begin, length)).toList();
            if (away.isEmpty()) {
                free.add(new Slot(begin, end, away));
            } else if (partial && away.size() < busy.size() && others.size() < MOST) {
                others.add(new Slot(begin, end, away));
            }
        }
        others.sort(Comparator.comparing((Slot slot) -> slot.busy().size()).thenComparing(Slot::start));
        free.addAll(others.subList(0, Math.min(others.size(), MOST - free.size())));
        return free;
    }

    private boolean atWork(Hours of, Instant start, Duration length) {
        LocalDateTime begin = LocalDateTime.ofInstant(start, of.zone());
        LocalDateTime end = LocalDateTime.ofInstant(start.plus(length), of.zone());
        return workingDays.contains(begin.getDayOfWeek()) && !holidays.contains(begin.toLocalDate())
                && begin.toLocalDate().equals(end.toLocalDate()) && !begin.toLocalTime().isBefore(of.preferences().workFrom())
                && !end.toLocalTime().isAfter(of.preferences().workTo());
    }
}
