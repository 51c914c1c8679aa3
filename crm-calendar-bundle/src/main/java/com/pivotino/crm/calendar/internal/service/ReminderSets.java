package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.calendar.Reminder;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The organizer's reminders, which all inherit, and those that others have in their place (SEMANTICS N1). */
final class ReminderSets {

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    ReminderSets(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    /** The organizer's are everybody's; of others only their own. */
    void choose(Meeting meeting, Long user, List<Reminder> reminders) {
        Attendance mine = user == null ? null : meeting.attendances().stream()
                .filter(a -> a.address().equals(Address.user(user)) && !a.isOrganizer()).findFirst().orElse(null);
        Address owner = mine == null || Objects.equals(meeting.event().organizerId(), user) ? null : mine.address();
        if (owner != null) {
            mine.keepOwnReminders();
        }
        unit.reminders().replace(meeting.event().id(), owner, reminders);
        meeting.event().touch(Set.of("reminders"), user, tx.now());
        new ReminderPlanning(unit, tx.now()).plan(unit.require(meeting.event().id()));
    }
}
