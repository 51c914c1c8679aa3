package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.Automation;
import com.pivotino.crm.activity.internal.domain.Cause;
import com.pivotino.crm.activity.internal.domain.Due;
import com.pivotino.crm.activity.internal.domain.Plan;
import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.domain.TrackedRecord;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.calendar.event.MeetingAdvanced;
import com.pivotino.crm.api.calendar.event.MeetingChanged;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.rest.MergePatch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What flows from a meeting of the calendar to the activity that it stands for (SEMANTICS A14); no change is no event. */
public final class Meeting {

    private final ActivityUnitOfWork unit;
    private final ActivityOperations operations;
    private final Assignees assignees;
    private final Transaction tx;

    public Meeting(ActivityUnitOfWork unit, Transaction tx) {
        this.unit = unit;
        this.operations = unit.operations(tx);
        this.assignees = unit.assignees();
        this.tx = tx;
    }

    /** The meeting was made or changed; an activity that has ended or stands for another one stays as it is. */
    public void changed(PlannedActivity activity, MeetingChanged meeting) {
        boolean joins = activity.eventId() == null;
        if (!activity.isOpen() || !joins && activity.eventId() != meeting.eventId()
                && !activity.eventId().equals(meeting.previousEventId())) {
            return;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        if (meeting.title() != null) {
            members.put("summary", cut(meeting.title(), ActivityFields.MAX_SUMMARY));
            members.put("note", cut(meeting.description(), ActivityFields.MAX_NOTE));
        }
        NamedRef organizer = assignees.suits(meeting.organizer(), activity.record()) ? meeting.organizer()
                : operations.person(activity.assigneeId());
        if (organizer != null) {
            members.put("assigneeId", organizer.id());
        }
        LocalDate day = meeting.start() == null ? meeting.date()
                : LocalDate.ofInstant(meeting.start(), operations.zoneOf(organizer, activity.teamId()));
        if (day != null) {
            members.put("dueDate", day.toString());
        }
        activity.standFor(meeting.eventId());
        boolean told = new ActivityEdit(unit, operations, tx).save(activity, new MergePatch(members), null);
        if (joins && !told) {
            tx.publish(activity.record(), new ActivityChanged(operations.views().state(activity), List.of()));
        }
    }

    /** The activity is done and its meeting repeats: one like it stands for the following occurrence; not on a closed record. */
    public void advanced(PlannedActivity done, MeetingAdvanced meeting) {
        TrackedRecord record = unit.store().record(done.record()).filter(TrackedRecord::isOpen).orElse(null);
        boolean planned = unit.store().ofRecord(done.record()).stream()
                .anyMatch(other -> other.isOpen() && Long.valueOf(meeting.eventId()).equals(other.eventId()));
        if (record == null || planned) {
            return;
        }
        NamedRef assignee = operations.person(done.assigneeId());
        ZoneId zone = operations.zoneOf(assignee, done.teamId());
        LocalDate day = meeting.start() == null ? meeting.date() : LocalDate.ofInstant(meeting.start(), zone);
        Plan plan = new Plan(done.record(), done.typeId(), done.summary(), done.note(), Due.chosen(day), done.assigneeId(), zone,
                tx.actor().userId(), tx.now(), true, done.teamId());
        PlannedActivity next = operations.plan(record, plan, assignee, Automation.planned(tx.causeId(),
                Cause.repeats(done)));
        next.standFor(meeting.eventId());
        tx.publish(next.record(), new ActivityChanged(operations.views().state(next), List.of()));
    }

    /** The meeting is gone, and an open activity with it. */
    public void deleted(PlannedActivity activity, long eventId) {
        if (activity.eventId() == null || activity.eventId() != eventId) {
            return;
        }
        activity.standFor(null);
        if (activity.isOpen()) {
            operations.cancel(activity, "The meeting was deleted", null);
        }
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
