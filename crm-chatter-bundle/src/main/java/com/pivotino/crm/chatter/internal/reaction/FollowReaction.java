package com.pivotino.crm.chatter.internal.reaction;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.event.ActivityChanged;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.activity.event.ActivityState;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.directory.event.ContactMerged;
import com.pivotino.crm.api.directory.event.UserDeactivated;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.event.OpportunityChanged;
import com.pivotino.crm.api.pipeline.event.OpportunityCreated;
import com.pivotino.crm.api.pipeline.event.OpportunityFact;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.follower.Followers;
import com.pivotino.crm.chatter.internal.recipient.Party;
import com.pivotino.crm.chatter.internal.recipient.PartyLookup;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import com.pivotino.crm.chatter.internal.store.RecordStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps who may see a record, and makes those follow who do so by themselves: its creator, its salespeople (SEMANTICS
 * W4), who follows its team (W5), and whoever was given an activity by somebody else (A10). Who leaves loses the internal
 * subtypes (W3); a contact that becomes part of another follows as that one.
 */
@Component(service = Reaction.class, property = {
    Reaction.ID + "=chatter.followers", Reaction.START + "=earliest",
    Reaction.TYPES + "=pipeline.*", Reaction.TYPES + "=activity.ActivityScheduled",
    Reaction.TYPES + "=activity.ActivityChanged", Reaction.TYPES + "=" + FollowReaction.LEFT,
    Reaction.TYPES + "=" + FollowReaction.MERGED, Reaction.TYPES + "=runtime.ActUndone"})
public final class FollowReaction implements Reaction {

    static final String LEFT = "directory.UserDeactivated";
    static final String MERGED = "directory.ContactMerged";
    private static final String CREATED = "pipeline.OpportunityCreated";
    private static final String DELETED = "pipeline.OpportunityDeleted";

    private final JpaTemplate jpa;
    private final Directory directory;
    private final RecordIndex records;

    @Activate
    public FollowReaction(@Reference(target = "(crm.module=chatter)") SchemaReady schema,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference Directory directory,
            @Reference RecordIndex records) {
        this.jpa = jpa;
        this.directory = directory;
        this.records = records;
    }

    @Override
    public void react(DomainEvent event, Transaction tx) {
        jpa.tx(TransactionType.Required, em -> {
            if (LEFT.equals(event.type())) {
                long user = event.body(UserDeactivated.class).user().id();
                new ChatterStore(em).followings(PersonRef.user(user)).forEach(Following::dropInternal);
            } else if (MERGED.equals(event.type())) {
                new MergedFollowers(new ChatterStore(em), tx).merge(event.body(ContactMerged.class));
            } else if (event.type().startsWith("runtime.")) {
                if ("contact".equals(event.record().type())) {
                    new MergedFollowers(new ChatterStore(em), tx).takeBack(event);
                }
            } else if (event.type().startsWith("activity.")) {
                followByActivity(event, em, tx);
            } else {
                followByRecord(event, em, tx);
            }
        });
    }

    private void followByRecord(DomainEvent event, EntityManager em, Transaction tx) {
        boolean created = CREATED.equals(event.type());
        // The body as it is costs nothing; as another record it is read from its text, thousands of times in an import.
        OpportunityState state = created ? event.body(OpportunityCreated.class).state()
                : event.body(OpportunityFact.class).state();
        if (state == null) {
            return;
        }
        RecordStore kept = new RecordStore(em, records);
        IndexedRecord indexed = tx.catchingUp() ? records.find(event.record()).orElseGet(state::indexed) : state.indexed();
        if (indexed.deleted() || DELETED.equals(event.type())) {
            kept.forget(event.record());
            return;
        }
        Optional<TrackedRecord> known = created && !tx.catchingUp() ? Optional.empty() : kept.details(event.record());
        known.ifPresent(record -> record.as(indexed).follow(state));
        TrackedRecord record = known.orElseGet(() -> kept.add(new TrackedRecord(state)).as(indexed));
        ChatterStore store = new ChatterStore(em);
        boolean newSalesperson = "pipeline.OpportunityChanged".equals(event.type())
                && event.body(OpportunityChanged.class).salespersonChanged();
        if (created) {
            follow(record, state.createdBy(), store, tx);
        }
        if (newSalesperson || created && !sameUser(state.createdBy(), state.salesperson())) {
            follow(record, state.salesperson(), store, tx);
        }
        if (created && state.team() != null) {
            followByTeam(record, state, store, tx);
        }
    }

    /** Who follows the team follows its new record with the same subtypes, unless they have left the company or the team. */
    private void followByTeam(TrackedRecord record, OpportunityState state, ChatterStore store, Transaction tx) {
        List<Following> subscribed = store.followings(new RecordRef(Followers.TEAM, state.team().id()));
        if (subscribed.isEmpty()) {
            return;
        }
        PartyLookup people = new PartyLookup(directory);
        people.load(subscribed.stream().map(Following::person).toList());
        Team team = directory.team(state.team().id()).orElse(null);
        for (Following subscription : subscribed) {
            PersonRef person = subscription.person();
            Party party = people.party(person);
            boolean follows = is(state.createdBy(), person) || is(state.salesperson(), person)
                    || !record.isFresh() && store.following(record.ref(), person).isPresent();
            if (!follows && party != null && party.active() && people.mayRead(person.id(), record.access(Set.of()), team)) {
                new Followers(store, tx).addNew(record.ref(), person, party.name(), true).choose(subscription.subtypes());
            }
        }
    }

    private static boolean is(NamedRef user, PersonRef person) {
        return user != null && person.equals(PersonRef.user(user.id()));
    }

    /** Who was given an activity by somebody else follows (SEMANTICS A10); automatic ones go to who follows already. */
    private void followByActivity(DomainEvent event, EntityManager em, Transaction tx) {
        ActivityState activity = switch (event.type()) {
            case "activity.ActivityScheduled" -> event.body(ActivityScheduled.class).activity();
            case "activity.ActivityChanged" -> event.body(ActivityChanged.class).activity();
            default -> null;
        };
        if (activity == null || activity.assignee() == null || activity.automatic()
                || event.actor() != null && event.actor().equals(PersonRef.user(activity.assignee().id()))) {
            return;
        }
        new RecordStore(em, records).find(event.record())
                .ifPresent(record -> follow(record, activity.assignee(), new ChatterStore(em), tx));
    }

    private static void follow(TrackedRecord record, NamedRef user, ChatterStore store, Transaction tx) {
        if (user != null) {
            new Followers(store, tx).add(record, PersonRef.user(user.id()), user.name(), true);
        }
    }

    private static boolean sameUser(NamedRef one, NamedRef other) {
        return one != null && other != null && one.id() == other.id();
    }
}
