package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.service.ActivityDesk;
import com.pivotino.crm.activity.internal.service.HandOver;
import com.pivotino.crm.activity.internal.service.Whereabouts;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.directory.event.UserChanged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final int AT_ONCE = 300;

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
                case "directory.UserDeactivated" -> handOver(event.body(UserDeactivated.class), store, desk, tx);
                default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
            }
        });
    }

    private static void zoneChanged(UserChanged changed, ActivityStore store, ActivityDesk desk) {
        if (changed.zoneChanged()) {
            store.openOf(changed.userId()).forEach(desk::judgeAnew);
        }
    }

    /** At once, so that it is seen at once; more than that is left to the listener, some at a time. */
    private void handOver(UserDeactivated left, ActivityStore store, ActivityDesk desk, Transaction tx) {
        List<PlannedActivity> open = store.openOf(left.user().id(), 0, AT_ONCE + 1);
        if (open.size() <= AT_ONCE) {
            HandOver handOver = new HandOver(left, directory);
            Map<Long, Integer> counts = new TreeMap<>();
            for (PlannedActivity activity : open) {
                Long to = handOver.of(activity, store, desk, tx.actor().userId());
                if (to != null) {
                    counts.merge(to, 1, Integer::sum);
                }
            }
            handOver.tell(counts, tx, desk);
        }
    }
}
