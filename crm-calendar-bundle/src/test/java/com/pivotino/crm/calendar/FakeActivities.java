package com.pivotino.crm.calendar;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.TypeRef;
import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.calendar.event.MeetingAdvanced;
import com.pivotino.crm.api.calendar.event.MeetingChanged;
import com.pivotino.crm.api.calendar.event.MeetingDeleted;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Activities in UTC that join meetings by the contract alone (SEMANTICS A14). */
final class FakeActivities implements Reaction {

    private final Acts acts;
    final Map<Long, ActivityState> open = new ConcurrentHashMap<>();
    final List<Long> cancelled = new ArrayList<>();
    private long ids = 500;

    FakeActivities(Acts acts) {
        this.acts = acts;
    }

    ActivityState plan(RecordRef record, NamedRef assignee, String summary, String due) {
        ActivityState made = state(++ids, record, assignee, summary, LocalDate.parse(due), null);
        open.put(made.id(), made);
        return made;
    }

    /** A person's edit of summary, assignee and due date, and a note if it is not null. */
    void edit(Actor by, ActivityState to, String note) {
        acts.run(Act.of(by, to.record(), new RecordRef("event", to.eventId())), tx -> {
            open.put(to.id(), to);
            List<FieldChange> changes = note == null ? List.of(new FieldChange("summary", null, to.summary()))
                    : List.of(new FieldChange("note", null, note));
            return tx.publish(to.record(), new ActivityChanged(to, changes));
        });
    }

    void complete(Actor by, long id) {
        ActivityState done = open.remove(id);
        acts.run(Act.of(by, done.record()), tx -> tx.publish(done.record(), new ActivityCompleted(done, null, null, null, null, false)));
    }

    void cancel(Actor by, long id, String meetings) {
        ActivityState gone = open.remove(id);
        acts.run(Act.of(by, gone.record()), tx -> tx.publish(gone.record(), new ActivitiesCancelled(List.of(gone), null, false, meetings)));
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        switch (event.type()) {
            case "calendar.MeetingChanged" -> {
                MeetingChanged meeting = event.body(MeetingChanged.class);
                ActivityState before = open.get(meeting.activityId());
                ActivityState after = before == null ? null : state(before.id(), before.record(), meeting.organizer(),
                        meeting.title() == null ? before.summary() : meeting.title(), day(meeting.start(), meeting.date()),
                        meeting.eventId());
                if (after != null && !after.equals(before)) {
                    open.put(after.id(), after);
                    tx.publish(after.record(), new ActivityChanged(after, List.of()));
                }
            }
            case "calendar.MeetingDeleted" -> {
                open.remove(event.body(MeetingDeleted.class).activityId());
                cancelled.add(event.body(MeetingDeleted.class).activityId());
            }
            case "calendar.MeetingAdvanced" -> {
                MeetingAdvanced meeting = event.body(MeetingAdvanced.class);
                ActivityState next = state(++ids, event.record(), World.ANN, "Next", day(meeting.start(), meeting.date()),
                        meeting.eventId());
                open.put(next.id(), next);
                tx.publish(next.record(), new ActivityChanged(next, List.of()));
            }
            default -> { }
        }
    }

    private static LocalDate day(Instant start, LocalDate date) {
        return start == null ? date : LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** As the service of activities answers it. */
    static Activity shown(ActivityState state) {
        return new Activity(state.id(), 1, state.record(), null, state.type(), state.summary(), null, state.dueDate(), state.assignee(),
                null, Instant.EPOCH, false, null, "planned", null, null, null, state.eventId(), null, null, null, null, null, null, null, 0,
                null, null, null, null, null, List.of(), List.of());
    }

    static ActivityState state(long id, RecordRef record, NamedRef assignee, String summary, LocalDate due, Long eventId) {
        Instant from = due.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new ActivityState(id, record, new TypeRef(4, "meeting", "Meeting", "calendar", "meeting"), summary, due, from,
                due.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), assignee, null, false, "open", null, eventId);
    }
}
