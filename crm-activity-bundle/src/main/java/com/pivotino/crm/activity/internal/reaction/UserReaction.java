package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.service.ActivityDesk;
import com.pivotino.crm.activity.internal.service.Assignees;
import com.pivotino.crm.activity.internal.service.Whereabouts;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A user who moves to another zone has other due days (SEMANTICS A5); one who leaves hands over (SEMANTICS A11). */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=activity.users", Reaction.START + "=earliest",
    Reaction.TYPES + "=directory.UserChanged", Reaction.TYPES + "=directory.UserDeactivated"})
public final class UserReaction implements Reaction {

    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;

    @Activate
    public UserReaction(@Reference(target = "(crm.module=activity)") SchemaReady schema,
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
            ActivityDesk desk = new ActivityDesk(store, new Whereabouts(directory), settings::current, tx);
            switch (event.type()) {
                case "directory.UserChanged" -> zoneChanged(event.body(UserChanged.class), store, desk);
                case "directory.UserDeactivated" -> handOver(event.body(UserDeactivated.class), store, desk);
                default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
            }
        });
    }

    private static void zoneChanged(UserChanged changed, ActivityStore store, ActivityDesk desk) {
        if (changed.zoneChanged()) {
            store.openOf(changed.userId()).forEach(desk::judgeAnew);
        }
    }

    /** To whom the deactivation names; to the record's salesperson where that one may not read it (SEMANTICS A10). */
    private void handOver(UserDeactivated left, ActivityStore store, ActivityDesk desk) {
        Assignees assignees = new Assignees(directory, store);
        for (PlannedActivity activity : store.openOf(left.user().id())) {
            NamedRef to = left.reassignTo();
            if (!assignees.suits(to, activity.record())) {
                to = store.record(activity.record()).map(record -> desk.person(record.salespersonId())).orElse(null);
            }
            if (assignees.suits(to, activity.record())) {
                desk.handOver(activity, to);
            }
        }
    }
}
