package com.pivotino.crm.chatter.internal.inbox;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.event.ActivitiesHandedOver;
import com.pivotino.crm.api.activity.event.ActivityAssigned;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.NotificationPreferences;
import com.pivotino.crm.api.directory.User;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.DomainEventListener;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.chatter.internal.domain.Line;
import com.pivotino.crm.chatter.internal.domain.Lines;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts what happened into the inboxes of those who want to hear of it (SEMANTICS X3, A10, A11), after the act and never
 * for the one who acted. Hears only of what is settled, so that nobody is told of what is undone a moment later. An event
 * that comes again changes nothing. What an import did is told to nobody.
 */
@Component(service = DomainEventListener.class, property = {
    DomainEventListener.ID + "=chatter.inbox", DomainEventListener.SETTLED + ":Boolean=true",
    DomainEventListener.TYPES + "=pipeline.*", DomainEventListener.TYPES + "=activity.*"})
public final class InboxListener implements DomainEventListener {

    private static final String ASSIGNED = "activity.ActivityAssigned";
    private static final String HANDED_OVER = "activity.ActivitiesHandedOver";
    private static final String DELETED = "pipeline.OpportunityDeleted";

    private final Acts acts;
    private final JpaTemplate jpa;
    private final Directory directory;

    @Activate
    public InboxListener(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference Directory directory) {
        this.acts = acts;
        this.jpa = jpa;
        this.directory = directory;
    }

    @Override
    public void on(DomainEvent event) {
        if ("import".equals(event.cause())) {
            return;
        }
        if (DELETED.equals(event.type())) {
            forget(event.record());
            return;
        }
        Telling telling = acts.read(() -> jpa.txExpr(TransactionType.Required, em -> telling(event, em)));
        if (telling != null && !telling.whys.isEmpty()) {
            act(telling.whys.keySet(), (store, tx) -> telling.whys.forEach((user, why) -> tell(user, event, telling.news, why, store, tx)));
        }
    }

    private static void tell(long user, DomainEvent event, NotificationText news, String why, NotificationStore store, Transaction tx) {
        Optional<NotificationEntity> latest = store.latest(user, event.record());
        if (latest.filter(notice -> notice.knows(event)).isPresent()) {
            return;
        }
        if (latest.filter(notice -> !notice.isRead() || notice.isOfSameAct(event)).isPresent()) {
            latest.get().follow(event, news, why);
        } else {
            store.add(new NotificationEntity(user, event, news, why));
        }
        Inboxes.tell(store, tx, user);
    }

    /** What is told to whom, or null for what nobody is told of. */
    private Telling telling(DomainEvent event, EntityManager em) {
        NotificationStore notices = new NotificationStore(em);
        if (HANDED_OVER.equals(event.type())) {
            ActivitiesHandedOver over = event.body(ActivitiesHandedOver.class);
            return new Telling(NotificationText.of(over), one(event, over.to(), "You take over what " + over.from().name() + " had."));
        }
        Optional<TrackedRecord> record = new ChatterStore(em).record(event.record()).filter(known -> !known.isDeleted());
        if (record.isEmpty()) {
            return null;
        }
        if (ASSIGNED.equals(event.type())) {
            ActivityAssigned assigned = event.body(ActivityAssigned.class);
            return new Telling(NotificationText.of(assigned, record.get().title(), null), one(event, assigned.assignee(), "It was assigned to you."));
        }
        Line line = Lines.of(event).orElse(null);
        if (line == null) {
            return null;
        }
        NotificationText news = NotificationText.of(line, record.get().title(), notices.entryOf(event.id()));
        List<Long> wanted = wanted(event, news, notices.followersOf(event.record(), line.subtype()));
        Long salesperson = record.get().access(Set.of()).salespersonId();
        return new Telling(news, wanted.stream().collect(Collectors.toMap(id -> id,
                id -> id.equals(salesperson) ? "You are its salesperson." : "You follow it.", (a, b) -> a, TreeMap::new)));
    }

    private Map<Long, String> one(DomainEvent event, NamedRef user, String why) {
        return user == null || isActor(event, user.id()) || !directory.user(user.id()).map(User::active).orElse(false)
                ? Map.of() : Map.of(user.id(), why);
    }

    /** Those who are there, have not done it themselves, and have not switched it off (SEMANTICS X3, X7). */
    private List<Long> wanted(DomainEvent event, NotificationText news, List<Long> followers) {
        List<Long> others = followers.stream().filter(id -> !isActor(event, id)).toList();
        if (others.isEmpty()) {
            return others;
        }
        Map<Long, User> users = directory.users(others);
        Map<Long, NotificationPreferences> preferences = directory.notificationPreferences(others);
        return others.stream().filter(id -> users.containsKey(id) && users.get(id).active())
                .filter(id -> inApp(preferences.getOrDefault(id, NotificationPreferences.UNCHOSEN), news)).toList();
    }

    private static boolean inApp(NotificationPreferences preferences, NotificationText news) {
        String channels = preferences.channelsFor(news.subtype().key());
        return channels.equals("both") || channels.equals("app");
    }

    private static boolean isActor(DomainEvent event, long user) {
        return event.actor() != null && event.actor().isUser() && event.actor().id() == user;
    }

    private void forget(RecordRef record) {
        List<Long> users = acts.read(() -> jpa.txExpr(TransactionType.Required, em -> new NotificationStore(em).usersOf(record)));
        if (!users.isEmpty()) {
            act(users, (store, tx) -> {
                store.forget(record);
                new TreeSet<>(users).forEach(user -> Inboxes.tell(store, tx, user));
            });
        }
    }

    private void act(Collection<Long> users, BiConsumer<NotificationStore, Transaction> work) {
        acts.run(Act.of(Actor.system(ZoneOffset.UTC), "automation", users.stream().map(Inboxes::of).toList()),
                tx -> jpa.txExpr(TransactionType.Required, em -> {
                    work.accept(new NotificationStore(em), tx);
                    return null;
                }));
    }

    /**
     * Who is told what.
     *
     * @param whys by user, why
     */
    private record Telling(NotificationText news, Map<Long, String> whys) {
    }
}
