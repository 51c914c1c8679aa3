package com.pivotino.crm.calendar.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.calendar.Reminder;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.calendar.internal.recurrence.Edit;
import com.pivotino.crm.calendar.internal.recurrence.Edit.RuleChange;
import com.pivotino.crm.calendar.internal.recurrence.Occurrence;
import com.pivotino.crm.calendar.internal.recurrence.TimeSlot;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An edit as it was asked for, without what stays as it is.
 *
 * @param edit      of time, rule and texts
 * @param invitees  all who are to take part beside the organizer, or null for no change
 * @param reminders the caller's own set, or null for no change
 * @param record    what the event is to belong to
 * @param recordSet whether that changes
 * @param members   names of what really changes, reminders apart
 */
record EventEdit(Edit edit, List<Invitee> invitees, List<Reminder> reminders, RecordRef record, boolean recordSet,
        Set<String> members) {

    /** @param id the occurrence that was opened, or null */
    static EventEdit of(MergePatch patch, Meeting meeting, LocalDateTime id, Actor actor, CalendarUnitOfWork unit,
            Set<String> channels) {
        Occurrence opened = id == null ? null : meeting.series().occurrence(id).orElse(null);
        TimeSlot shown = opened == null ? meeting.series().slot() : opened.slot();
        Map<String, Object> details = EventFields.texts(patch);
        Map<String, Object> before = opened == null ? meeting.texts().toDetails() : opened.details();
        details.entrySet().removeIf(detail -> Objects.equals(before.get(detail.getKey()), detail.getValue()));
        Set<String> members = new LinkedHashSet<>(details.keySet());

        boolean timed = patch.names().stream().anyMatch(TimeFields.NAMES::contains);
        TimeSlot slot = timed ? TimeFields.read(patch, shown, actor.zone()) : null;
        if (shown.equals(slot)) {
            slot = null;
        }
        String rrule = patch.has("rrule") ? EventFields.rule(patch, unit.preferences(actor.userId())) : null;
        RuleChange rule = !patch.has("rrule") || Objects.equals(rrule, meeting.event().rrule()) ? RuleChange.KEEP
                : rrule == null ? RuleChange.DROP : RuleChange.REPLACE;
        if (slot != null) {
            members.add("start");
        }
        if (rule != RuleChange.KEEP) {
            members.add("rrule");
        }
        List<Invitee> invitees = patch.has("attendees") ? AttendeeFields.read(patch, unit.directory()) : null;
        if (invitees != null && !AttendeeOperations.differs(meeting, id, invitees)) {
            invitees = null;
        }
        if (invitees != null) {
            members.add("attendees");
        }
        RecordRef record = EventFields.record(patch);
        boolean recordSet = patch.has("record") && !Objects.equals(record, meeting.event().record());
        if (recordSet) {
            members.add("record");
        }
        List<Reminder> reminders = patch.has("reminders")
                ? ReminderFields.read(patch, channels) : null;
        return new EventEdit(new Edit(slot, rule, rule == RuleChange.REPLACE ? rrule : null, details), invitees, reminders, record,
                recordSet, members);
    }

    /** The same change of time as seen from another occurrence: one that is over cannot be moved, those to come can. */
    EventEdit from(Occurrence opened, Occurrence other) {
        Duration shift = Duration.between(opened.slot().start(), edit.slot().start());
        TimeSlot slot = new TimeSlot(other.slot().start().plus(shift), edit.slot().length(), edit.slot().zone());
        return new EventEdit(new Edit(slot, edit.rule(), edit.rrule(), edit.details()), invitees, reminders, record, recordSet, members);
    }

    boolean changesNothing() {
        return members.isEmpty();
    }

    /** Whether others see something else than before, so that other calendars must hear of it. */
    boolean isSeen() {
        return edit.timeOrRule() || edit.details().keySet().stream().anyMatch(name -> !"showAs".equals(name));
    }
}
