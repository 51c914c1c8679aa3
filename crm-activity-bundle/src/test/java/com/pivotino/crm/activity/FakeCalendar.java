package com.pivotino.crm.activity;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.calendar.event.MeetingAdvanced;
import com.pivotino.crm.api.calendar.event.MeetingChanged;
import com.pivotino.crm.api.calendar.event.MeetingDeleted;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A calendar with meetings in one zone that joins activities by the contract alone (SEMANTICS A14). */
final class FakeCalendar implements Reaction {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Acts acts;
    private final Map<Long, Meeting> meetings = new ConcurrentHashMap<>();

    FakeCalendar(Acts acts) {
        this.acts = acts;
    }

    record Meeting(long id, long activityId, RecordRef record, String title, String description, NamedRef organizer,
            LocalDateTime start) {
    }

    void save(Actor by, Meeting meeting) {
        acts.run(Act.of(by, meeting.record()), tx -> {
            meetings.put(meeting.id(), meeting);
            return tell(meeting, tx);
        });
    }

    void delete(Actor by, long id) {
        Meeting gone = meetings.remove(id);
        acts.run(Act.of(by, gone.record()),
                tx -> tx.publish(gone.record(), new MeetingDeleted(id, gone.activityId())));
    }

    /** The activity of a meeting that repeats was done: the next occurrence starts then. */
    void advance(Actor by, Meeting meeting, LocalDateTime next) {
        acts.run(Act.of(by, meeting.record()), tx -> tx.publish(meeting.record(),
                new MeetingAdvanced(meeting.id(), meeting.activityId(), next.atZone(ZONE).toInstant(), null)));
    }

    Meeting get(long id) {
        return meetings.get(id);
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        if (event.type().equals("activity.ActivitiesCancelled")) {
            ActivitiesCancelled cancelled = event.body(ActivitiesCancelled.class);
            if ("cancel".equals(cancelled.meetings())) {
                cancelled.activities().forEach(activity -> meetings.remove(activity.eventId()));
            }
            return;
        }
        ActivityChanged changed = event.body(ActivityChanged.class);
        ActivityState activity = changed.activity();
        Meeting before = activity.eventId() == null ? null : meetings.get(activity.eventId());
        if (before == null) {
            return;
        }
        String note = changed.changes().stream().filter(change -> change.field().equals("note")).map(FieldChange::to)
                .findFirst().orElse(before.description());
        Meeting after = new Meeting(before.id(), before.activityId(), before.record(), activity.summary(), note,
                activity.assignee(), fitting(before.start(), activity));
        if (!after.equals(before)) {
            meetings.put(after.id(), after);
            tell(after, tx);
        }
    }

    /** Moved by whole days until it starts within the due date of the assignee; where it does already, it stays. */
    private static LocalDateTime fitting(LocalDateTime start, ActivityState activity) {
        LocalDateTime fitting = start;
        while (fitting.atZone(ZONE).toInstant().isBefore(activity.todayFrom())) {
            fitting = fitting.plusDays(1);
        }
        while (!fitting.atZone(ZONE).toInstant().isBefore(activity.lateFrom())) {
            fitting = fitting.minusDays(1);
        }
        return fitting;
    }

    private static DomainEvent tell(Meeting meeting, Transaction tx) {
        return tx.publish(meeting.record(), new MeetingChanged(meeting.id(), meeting.activityId(), meeting.title(),
                meeting.description(), meeting.organizer(), meeting.start().atZone(ZONE).toInstant(), null));
    }
}
