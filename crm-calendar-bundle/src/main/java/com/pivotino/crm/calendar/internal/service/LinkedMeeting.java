package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.calendar.EventChange;
import com.pivotino.crm.api.calendar.RecurrenceScope;
import com.pivotino.crm.api.calendar.event.MeetingAdvanced;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.domain.Address;
import com.pivotino.crm.calendar.internal.domain.Attendance;
import com.pivotino.crm.calendar.internal.domain.CalendarEvent;
import com.pivotino.crm.calendar.internal.domain.Texts;
import com.pivotino.crm.calendar.internal.recurrence.Edit;
import com.pivotino.crm.calendar.internal.recurrence.Edit.RuleChange;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What flows from an activity to the event that stands for it (SEMANTICS A14); no change is no event. */
public final class LinkedMeeting {

    private final CalendarUnitOfWork unit;
    private final Transaction tx;

    public LinkedMeeting(CalendarUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.tx = tx;
    }

    private Optional<Meeting> of(ActivityState activity) {
        return unit.find(activity.eventId()).filter(meeting -> Objects.equals(meeting.event().activityId(), activity.id()));
    }

    /** Summary, note, assignee and due date flow; a series' next occurrence alone is moved. */
    public void changed(ActivityChanged changed) {
        of(changed.activity()).ifPresent(meeting -> {
            Occurrence next = new MeetingNews(unit, tx).shown(meeting, null);
            boolean one = meeting.series().recurring();
            Map<String, Object> details = new LinkedHashMap<>();
            if (!Texts.of(next.details()).isPrivate()) {
                details = texts(changed, next);
            }
            TimeSlot slot = fitting(next.slot(), changed.activity());
            TimeSlot moved = slot.equals(next.slot()) ? null : slot;
            boolean handed = handOver(meeting.event(), meeting, changed);
            Set<String> members = new LinkedHashSet<>(details.keySet());
            if (moved != null) {
                members.add("start");
            }
            if (!members.isEmpty()) {
                EventEdit edit = new EventEdit(new Edit(moved, RuleChange.KEEP, null, details), null, null, null, false, members);
                LocalDateTime id = one ? next.id() : null;
                EventChange scope = new EventChange(one ? RecurrenceScope.THIS : null, null, true, false);
                unit.operations(tx).edit(handed ? unit.require(meeting.event().id()) : meeting, edit, scope, id);
            }
        });
    }

    private static Map<String, Object> texts(ActivityChanged changed, Occurrence next) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (FieldChange change : changed.changes()) {
            if ("summary".equals(change.field()) || "note".equals(change.field())) {
                details.put("note".equals(change.field()) ? "description" : "title",
                        "note".equals(change.field()) ? change.to() : changed.activity().summary());
            }
        }
        details.entrySet().removeIf(detail -> Objects.equals(next.details().get(detail.getKey()), detail.getValue()));
        return details;
    }

    private boolean handOver(CalendarEvent event, Meeting meeting, ActivityChanged changed) {
        NamedRef assignee = changed.activity().assignee();
        if (assignee == null || Objects.equals(event.organizerId(), assignee.id())) {
            return false;
        }
        event.organizeBy(assignee.id());
        meeting.invited().forEach(Attendance::stopLeading);
        meeting.invited(Address.user(assignee.id()), null).orElseGet(() -> {
            Attendance made = unit.events().add(new Attendance(event.id(), null, Address.user(assignee.id()), null, null));
            made.reachTo(event.lastEnd());
            return made;
        }).lead();
        event.touch(Set.of("organizer"), tx.actor().userId(), tx.now());
        unit.events().flush();
        new ReminderPlanning(unit, tx.now()).plan(unit.require(event.id()));
        new MeetingNews(unit, tx).changed(event, "changed");
        return true;
    }

    /** Moved by whole days until it starts on the due date of the assignee; where it does already, it stays. */
    private static TimeSlot fitting(TimeSlot slot, ActivityState activity) {
        if (slot.allDay()) {
            return slot.on(activity.dueDate());
        }
        if (!slot.startInstant().isBefore(activity.todayFrom()) && slot.startInstant().isBefore(activity.lateFrom())) {
            return slot;
        }
        LocalDateTime day = LocalDateTime.ofInstant(activity.todayFrom(), slot.zone());
        TimeSlot fitting = slot.on(slot.start().toLocalDate()
                .plusDays(ChronoUnit.DAYS.between(slot.start().toLocalDate(), day.toLocalDate())));
        return fitting.startInstant().isBefore(activity.todayFrom()) ? fitting.on(fitting.start().toLocalDate().plusDays(1)) : fitting;
    }

    /** Another activity goes on for a meeting that repeats. */
    public void joined(ActivityState next) {
        unit.find(next.eventId()).filter(meeting -> meeting.event().activityId() == null && next.record().equals(meeting.event().record()))
                .ifPresent(meeting -> meeting.event().standFor(next.id()));
    }

    /** A single meeting stays; of one that repeats, the activity's successor stands for the following occurrence. */
    public void completed(ActivityState done) {
        of(done).filter(meeting -> meeting.series().recurring()).ifPresent(meeting -> {
            Instant after = done.lateFrom().isAfter(tx.now()) ? done.lateFrom().minusNanos(1000) : tx.now();
            ZoneId zone = unit.directory().zoneOf(done.assignee() == null ? null : done.assignee().id());
            ClosedMeetings.keep(tx, done.record(), meeting.event());
            meeting.event().standFor(null);
            meeting.series().next(after, zone).ifPresent(occurrence -> tx.publish(done.record(),
                    new MeetingAdvanced(meeting.event().id(), done.id(),
                            occurrence.slot().allDay() ? null : occurrence.slot().startInstant(),
                            occurrence.slot().allDay() ? occurrence.slot().start().toLocalDate() : null)));
        });
    }

    /** The event stands for itself from now on, or is off too. */
    public void activityGone(ActivityState activity, boolean cancel) {
        of(activity).ifPresent(meeting -> {
            meeting.event().standFor(null);
            if (cancel) {
                new ClosedMeetings(unit, tx).cancel(meeting, activity.record());
            }
        });
    }
}
