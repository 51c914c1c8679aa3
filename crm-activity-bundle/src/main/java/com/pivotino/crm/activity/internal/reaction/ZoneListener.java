package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.service.ActivityDesk;
import com.pivotino.crm.activity.internal.service.Whereabouts;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.directory.event.SettingsChanged;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.module.SchemaReady;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The system's zone is another one: the due dates of all who have no zone of their own begin and end at other instants
 * (SEMANTICS A5). Told after the commit, because it touches the activities of everybody, some at a time.
 */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=activity.zone", DomainEventListener.TYPES + "=directory.SettingsChanged"})
public final class ZoneListener implements DomainEventListener {

    private static final int AT_ONCE = 200;

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;
    private final SettingsService settings;

    @Activate
    public ZoneListener(@Reference(target = "(crm.module=activity)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-activity)") JpaTemplate jpa, @Reference Directory directory,
            @Reference SettingsService settings) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public void on(DomainEvent event) {
        if (event.body(SettingsChanged.class).names().contains("zone")) {
            for (Long assignee : read(ActivityStore::assignees)) {
                List<PlannedActivity> open = read(store -> store.openOf(assignee));
                for (int i = 0; i < open.size(); i += AT_ONCE) {
                    judgeAnew(open.subList(i, Math.min(open.size(), i + AT_ONCE)));
                }
            }
        }
    }

    /** Looked up again under the locks of their records; what has ended meanwhile is left alone. */
    private void judgeAnew(List<PlannedActivity> some) {
        Set<RecordRef> records = some.stream().map(PlannedActivity::record).collect(Collectors.toSet());
        acts.run(Act.of(Actor.system(ZoneOffset.UTC), "automation", records), tx -> jpa.txExpr(TransactionType.Required, em -> {
            ActivityStore store = new ActivityStore(em);
            ActivityDesk desk = new ActivityDesk(store, new Whereabouts(directory), settings::current, tx);
            some.forEach(one -> store.activity(one.id()).filter(PlannedActivity::isOpen).ifPresent(desk::judgeAnew));
            return null;
        }));
    }

    private <T> List<T> read(Function<ActivityStore, List<T>> query) {
        return acts.read(() -> jpa.txExpr(TransactionType.Required, em -> query.apply(new ActivityStore(em))));
    }
}
