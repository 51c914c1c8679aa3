package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.service.Meeting;
import com.pivotino.crm.activity.internal.service.ActivityUnitOfWork;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.calendar.event.MeetingAdvanced;
import com.pivotino.crm.api.calendar.event.MeetingChanged;
import com.pivotino.crm.api.calendar.event.MeetingDeleted;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Transaction;
import java.util.Optional;

/** A meeting of the calendar and the activity that it stands for are one (SEMANTICS A14). */
final class MeetingEvents {

    private MeetingEvents() {
    }

    static void react(DomainEvent event, ActivityUnitOfWork unit, Transaction tx) {
        Meeting meeting = new Meeting(unit, tx);
        if ("calendar.MeetingDeleted".equals(event.type())) {
            MeetingDeleted deleted = event.body(MeetingDeleted.class);
            of(event, deleted.activityId(), unit.store()).ifPresent(a -> meeting.deleted(a, deleted.eventId()));
        } else if ("calendar.MeetingAdvanced".equals(event.type())) {
            MeetingAdvanced advanced = event.body(MeetingAdvanced.class);
            of(event, advanced.activityId(), unit.store()).ifPresent(done -> meeting.advanced(done, advanced));
        } else {
            MeetingChanged changed = event.body(MeetingChanged.class);
            of(event, changed.activityId(), unit.store()).ifPresent(a -> meeting.changed(a, changed));
        }
    }

    /** The activity, if it is of the event's record: only that one's lock is held. */
    private static Optional<PlannedActivity> of(DomainEvent event, long activityId, ActivityStore store) {
        return store.activity(activityId).filter(activity -> activity.record().equals(event.record()));
    }
}
