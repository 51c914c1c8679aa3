package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.service.ActivityDesk;
import com.pivotino.crm.activity.internal.service.Meeting;
import com.pivotino.crm.activity.internal.service.Whereabouts;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.calendar.event.MeetingChanged;
import com.pivotino.crm.api.calendar.event.MeetingDeleted;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A meeting of the calendar and the activity that it stands for are one (SEMANTICS A14). */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=activity.meetings", Reaction.START + "=earliest",
    Reaction.TYPES + "=calendar.MeetingChanged", Reaction.TYPES + "=calendar.MeetingDeleted"})
public final class MeetingReaction implements Reaction {

    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;

    @Activate
    public MeetingReaction(@Reference(target = "(crm.module=activity)") SchemaReady schema,
            @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa, @Reference Directory directory,
            @Reference SettingsService settings) {
        this.jpa = jpa;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        jpa.tx(TransactionType.Required, em -> {
            ActivityStore store = new ActivityStore(em);
            Meeting meeting = new Meeting(store,
                    new ActivityDesk(store, new Whereabouts(directory), settings::current, tx), directory, tx);
            if ("calendar.MeetingDeleted".equals(event.type())) {
                MeetingDeleted deleted = event.body(MeetingDeleted.class);
                of(event, deleted.activityId(), store).ifPresent(a -> meeting.deleted(a, deleted.eventId()));
            } else {
                MeetingChanged changed = event.body(MeetingChanged.class);
                of(event, changed.activityId(), store).ifPresent(a -> meeting.changed(a, changed));
            }
        });
    }

    /** The activity, if it is of the event's record: only that one's lock is held. */
    private static Optional<PlannedActivity> of(DomainEvent event, long activityId, ActivityStore store) {
        return store.activity(activityId).filter(activity -> activity.record().equals(event.record()));
    }
}
