package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.calendar.Reminder;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.DeliveryKey;
import com.pivotino.crm.calendar.internal.domain.DueOccurrence;
import com.pivotino.crm.calendar.internal.domain.ReminderDelivery;
import com.pivotino.crm.calendar.internal.domain.ReminderLine;
import com.pivotino.crm.calendar.internal.domain.ReminderSchedule;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import com.pivotino.crm.calendar.internal.service.FireTimes.Fire;
import com.pivotino.crm.calendar.internal.store.ReminderStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says for each person when they are next to be reminded of an event, and writes down what is due (SEMANTICS N1 to N4). What
 * was due while nobody looked comes late as long as the event has not ended, and is marked as missed after that.
 */
public final class ReminderPlanning {

    private static final Duration PUNCTUAL = Duration.ofMinutes(1);
    /** Of one person's reminders in one go; the rest is due again at once. */
    private static final int AT_ONCE = 200;

    private final CalendarUnitOfWork unit;
    private final ReminderStore store;
    private final Instant now;

    public ReminderPlanning(CalendarUnitOfWork unit, Instant now) {
        this.unit = unit;
        this.store = unit.reminders();
        this.now = now;
    }

    /**
     * After a change: what has not been due yet is due by the new times. What should have been due already comes at once for
     * the next occurrence, unless it came before for the same start; what is over is not told any more. It is late only if it
     * was due before the change and nobody rang.
     */
    public void plan(Meeting meeting) {
        Map<String, ReminderSchedule> known = schedules(meeting);
        for (Recipient recipient : recipients(meeting)) {
            ReminderSchedule schedule = known.remove(recipient.attendance().address().key());
            if (schedule == null) {
                schedule = store.add(new ReminderSchedule(meeting.event().id(), recipient.attendance().address(), now));
            }
            Instant waiting = schedule.nextAt();
            for (FireTimes times : recipient.times(meeting)) {
                times.overdue(now).ifPresent(fire -> deliver(meeting, recipient, fire, waiting != null && isPast(waiting)));
            }
            schedule.settle(now, next(meeting, recipient, now));
        }
        known.values().forEach(store::remove);
        withdraw(meeting);
    }

    /** Nobody is reminded any more. */
    void end(Meeting meeting) {
        schedules(meeting).values().forEach(store::remove);
        store.pending(meeting.event().id()).forEach(ReminderDelivery::dismiss);
    }

    /** Writes down all that is due by now. */
    public void fire(Meeting meeting) {
        Map<String, ReminderSchedule> known = schedules(meeting);
        for (Recipient recipient : recipients(meeting)) {
            ReminderSchedule schedule = known.remove(recipient.attendance().address().key());
            if (schedule != null && schedule.nextAt() != null && !schedule.nextAt().isAfter(now)) {
                List<Fire> due = due(meeting, recipient, schedule.settledTo());
                due.forEach(fire -> deliver(meeting, recipient, fire, isPast(fire.at())));
                Instant to = due.size() < AT_ONCE ? now : due.get(due.size() - 1).at();
                schedule.settle(to, next(meeting, recipient, to));
            }
        }
        known.values().forEach(store::remove);
    }

    /** Popups of times that an event does not have any more go from the screens. */
    private void withdraw(Meeting meeting) {
        for (ReminderDelivery delivery : store.pending(meeting.event().id())) {
            LocalDateTime id = delivery.recurrenceId() == null ? meeting.series().slot().start()
                    : LocalDateTime.parse(delivery.recurrenceId());
            boolean stands = meeting.series().occurrence(id)
                    .filter(one -> one.slot().start().toString().equals(delivery.startLocal())).isPresent()
                    && meeting.invited(delivery.who(), delivery.recurrenceId() == null ? null : id)
                            .filter(a -> !a.isDeclined()).isPresent();
            if (!stands) {
                delivery.dismiss();
            }
        }
    }

    private Map<String, ReminderSchedule> schedules(Meeting meeting) {
        return new HashMap<>(store.schedules(meeting.event().id()).stream()
                .collect(Collectors.toMap(schedule -> schedule.who().key(), Function.identity())));
    }

    private List<Fire> due(Meeting meeting, Recipient recipient, Instant after) {
        List<Fire> due = new ArrayList<>();
        for (FireTimes times : recipient.times(meeting)) {
            Optional<Fire> fire = times.after(after);
            for (int n = 0; n < AT_ONCE && fire.isPresent() && !fire.get().at().isAfter(now); n++) {
                due.add(fire.get());
                fire = times.after(fire.get().at());
            }
        }
        due.sort(Comparator.comparing(Fire::at));
        return due.size() > AT_ONCE ? due.subList(0, AT_ONCE) : due;
    }

    private static Instant next(Meeting meeting, Recipient recipient, Instant after) {
        return recipient.times(meeting).stream().flatMap(times -> times.after(after).stream()).map(Fire::at)
                .min(Comparator.naturalOrder()).orElse(null);
    }

    private boolean isPast(Instant due) {
        return due.plus(PUNCTUAL).isBefore(now);
    }

    private void deliver(Meeting meeting, Recipient recipient, Fire fire, boolean late) {
        Occurrence occurrence = fire.occurrence();
        LocalDateTime id = meeting.series().recurring() ? occurrence.id() : null;
        Optional<Attendance> part = meeting.invited(recipient.attendance().address(), id);
        if (part.isEmpty() || part.get().isDeclined()) {
            return;
        }
        TimeSlot slot = occurrence.slot();
        String text = id == null ? null : id.toString();
        DeliveryKey key = new DeliveryKey(meeting.event().id(), text, slot.start().toString(),
                recipient.attendance().address(), fire.reminder());
        if (store.isKnown(key.hash())) {
            return;
        }
        Texts texts = Texts.of(occurrence.details());
        DueOccurrence due = new DueOccurrence(text, texts.title(), texts.location(), slot.start().toString(),
                slot.zone() == null ? null : slot.zone().getId(), slot.startInstant(recipient.zone()), slot.endInstant(recipient.zone()));
        ReminderDelivery delivery = new ReminderDelivery(key, recipient.attendance(), due, fire.reminder().channel(), fire.at());
        if (!due.endsAt().isAfter(now)) {
            delivery.miss();
        } else if (late) {
            delivery.comeLate();
        }
        store.add(delivery);
        store.flush();
    }

    /** Who is reminded, by which set, and in which zone their days lie. */
    private record Recipient(Attendance attendance, List<Reminder> reminders, ZoneId zone) {

        List<FireTimes> times(Meeting meeting) {
            return reminders.stream().map(reminder -> new FireTimes(meeting.series(), reminder, zone)).toList();
        }
    }

    /** Those who take part in any occurrence; popups are for users only. Who has left is skipped. */
    private List<Recipient> recipients(Meeting meeting) {
        List<ReminderLine> lines = store.lines(meeting.event().id());
        if (lines.isEmpty()) {
            return List.of();
        }
        Names names = Names.of(unit.directory(), List.of(meeting));
        Map<Address, Attendance> people = new HashMap<>();
        meeting.attendances().stream().filter(one -> !one.isAbsent()).forEach(one -> people.merge(one.address(), one,
                (a, b) -> a.recurrenceId() == null ? a : b));
        List<Recipient> recipients = new ArrayList<>();
        for (Attendance attendance : people.values()) {
            Long user = attendance.address().userId();
            Address owner = attendance.hasOwnReminders() ? attendance.address() : null;
            List<Reminder> set = lines.stream().filter(line -> Objects.equals(line.owner(), owner)).map(ReminderLine::reminder)
                    .filter(reminder -> user != null || !"popup".equals(reminder.channel())).toList();
            if (!set.isEmpty() && names.isActive(attendance)) {
                recipients.add(new Recipient(attendance, set, zone(user, meeting)));
            }
        }
        return recipients;
    }

    private ZoneId zone(Long user, Meeting meeting) {
        ZoneId own = meeting.series().slot().zone();
        return user == null && own != null ? own : unit.directory().zoneOf(user);
    }
}
