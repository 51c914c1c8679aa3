package com.pivotino.crm.activity.internal.reaction;

import com.pivotino.crm.activity.internal.domain.PlannedActivity;
import com.pivotino.crm.activity.internal.service.HandOver;
import com.pivotino.crm.activity.internal.service.ActivityTransactions;
import com.pivotino.crm.activity.internal.service.ActivityUnitOfWork;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.event.SettingsChanged;
import com.pivotino.crm.api.directory.event.TeamChanged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.Transaction;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What touches the activities of many, after the commit and some at a time. The system's or a team's zone is another one:
 * due dates of who has no zone of their own begin and end at other instants (SEMANTICS A5). Somebody left who had more than
 * one act hands over: the rest follows here (SEMANTICS A11). Heard again, it finds what it would make and does nothing.
 */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=activity.zone", DomainEventListener.TYPES + "=directory.SettingsChanged",
    DomainEventListener.TYPES + "=directory.TeamChanged", DomainEventListener.TYPES + "=directory.UserDeactivated"})
public final class PeopleListener implements DomainEventListener {

    private static final int AT_ONCE = 200;

    private final ActivityTransactions transactions;

    @Activate
    public PeopleListener(@Reference ActivityTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void on(DomainEvent event) {
        switch (event.type()) {
            case "directory.SettingsChanged" -> {
                if (event.body(SettingsChanged.class).names().contains("zone")) {
                    read(ActivityStore::assignees).forEach(user -> judgeAnew(read(store -> store.openOf(user))));
                }
            }
            case "directory.TeamChanged" ->
                judgeAnew(read(store -> store.claimable(event.body(TeamChanged.class).teamId())));
            case "directory.UserDeactivated" -> handOver(event);
            default -> throw new IllegalArgumentException("Not subscribed to " + event.type());
        }
    }

    private void judgeAnew(List<PlannedActivity> all) {
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            List<PlannedActivity> some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            act(Actor.system(ZoneOffset.UTC), records(some), (unit, tx) -> {
                again(unit.store(), some).forEach(unit.operations(tx)::judgeAnew);
                return null;
            });
        }
    }

    private void handOver(DomainEvent event) {
        Long by = event.actor() != null && event.actor().isUser() ? (Long) event.actor().id() : null;
        Actor actor = by == null ? Actor.system(ZoneOffset.UTC) : transactions.directory().actor(by);
        HandOver handOver = new HandOver(event.body(UserDeactivated.class));
        List<PlannedActivity> some = page(handOver.from(), 0);
        Map<Long, Integer> counts = new TreeMap<>();
        while (!some.isEmpty()) {
            List<PlannedActivity> now = some;
            act(actor, records(now), (unit, tx) -> again(unit.store(), now).stream()
                    .filter(activity -> activity.isAssignedTo(handOver.from()))
                    .map(activity -> handOver.of(activity, unit, unit.operations(tx), by)).filter(Objects::nonNull).toList())
                    .forEach(to -> counts.merge(to, 1, Integer::sum));
            some = page(handOver.from(), now.get(now.size() - 1).id());
        }
        if (!counts.isEmpty()) {
            act(actor, Set.of(new RecordRef("user", handOver.from())), (unit, tx) -> {
                handOver.tell(counts, tx, unit.operations(tx));
                return null;
            });
        }
    }

    private List<PlannedActivity> page(long user, long afterId) {
        return read(store -> store.openOf(user, afterId, AT_ONCE));
    }

    /** Looked up again under the locks of their records; what has ended meanwhile is left alone. */
    private static List<PlannedActivity> again(ActivityStore store, List<PlannedActivity> some) {
        return some.stream().flatMap(one -> store.activity(one.id()).stream()).filter(PlannedActivity::isOpen).toList();
    }

    private static Set<RecordRef> records(List<PlannedActivity> some) {
        return some.stream().map(PlannedActivity::record).collect(Collectors.toSet());
    }

    private <T> T act(Actor actor, Set<RecordRef> records, BiFunction<ActivityUnitOfWork, Transaction, T> work) {
        return transactions.act(Act.of(actor, "automation", records), work).value();
    }

    private <T> List<T> read(Function<ActivityStore, List<T>> query) {
        return transactions.read(unit -> query.apply(unit.store()));
    }
}
