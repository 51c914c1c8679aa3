package com.pivotino.crm.calendar.internal.reaction;

import com.pivotino.crm.api.activity.event.ActivitiesCancelled;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityCompleted;
import com.pivotino.crm.api.activity.event.ActivityDeleted;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.calendar.internal.service.CalendarUnitOfWork;
import com.pivotino.crm.calendar.internal.service.LinkedMeeting;

/** An activity and the event that stands for it are one (SEMANTICS A14): this is the way from the activity to the event. */
final class ActivityEvents {

    private final LinkedMeeting meetings;

    ActivityEvents(CalendarUnitOfWork unit, Transaction tx) {
        this.meetings = new LinkedMeeting(unit, tx);
    }

    void react(DomainEvent event) {
        switch (event.type()) {
            case "activity.ActivityChanged" -> {
                ActivityChanged changed = event.body(ActivityChanged.class);
                of(changed.activity(), () -> {
                    meetings.joined(changed.activity());
                    meetings.changed(changed);
                });
            }
            case "activity.ActivityCompleted" -> {
                ActivityState done = event.body(ActivityCompleted.class).activity();
                of(done, () -> meetings.completed(done));
            }
            case "activity.ActivitiesCancelled" -> {
                ActivitiesCancelled cancelled = event.body(ActivitiesCancelled.class);
                cancelled.activities().forEach(activity ->
                        of(activity, () -> meetings.activityGone(activity, "cancel".equals(cancelled.meetings()))));
            }
            case "activity.ActivityDeleted" -> {
                ActivityState deleted = event.body(ActivityDeleted.class).activity();
                of(deleted, () -> meetings.activityGone(deleted, false));
            }
            default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
        }
    }

    private static void of(ActivityState activity, Runnable work) {
        if (activity.eventId() != null) {
            work.run();
        }
    }
}
