package com.pivotino.crm.chatter.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.chatter.FollowerService;
import com.pivotino.crm.api.chatter.NewFollower;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.domain.TrackedRecord;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who follows what: the transaction's border and permission; {@link Followers} does it. */
@Component(service = FollowerService.class)
public final class DefaultFollowerService implements FollowerService {

    private final Acts acts;
    private final JpaTemplate jpa;
    private final People people;

    @Activate
    public DefaultFollowerService(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference Directory directory) {
        this.acts = acts;
        this.jpa = jpa;
        this.people = new People(directory);
    }

    @Override
    public Page<Follower> list(Actor actor, RecordRef record, ListQuery query) {
        query.allowing(Set.of());
        long after = query.cursor() == null ? 0 : lastId(query.cursor());
        return acts.read(() -> jpa.txExpr(TransactionType.Required, em -> {
            ChatterStore store = new ChatterStore(em);
            new RecordPermissions(store).requireReadable(actor, record);
            List<Following> found = store.followings(record, after, query.limit() + 1);
            List<Following> page = found.subList(0, Math.min(found.size(), query.limit()));
            String next = found.size() == page.size() ? null : Cursor.of(page.get(page.size() - 1).id());
            return new Page<>(people.show(page), next, query.count() ? store.countFollowings(record) : null);
        }));
    }

    @Override
    public Followed follow(Actor actor, RecordRef record, NewFollower input) {
        if (input.person() == null) {
            throw CrmException.invalid("person", "required", "Say who is to follow.");
        }
        return act(actor, record, (store, tx) -> {
            requireMay(actor, record, input.person(), store);
            String name = people.requireActive(input.person());
            Optional<Following> before = store.following(record, input.person());
            TrackedRecord known = store.record(record).orElseThrow(() -> CrmException.notFound("The record"));
            Following following = before.orElseGet(
                    () -> new Followers(store, tx).addNew(known, input.person(), name, false));
            if (input.subtypes() != null) {
                following.choose(input.subtypes());
            }
            return new Followed(following.toRecord(name), before.isEmpty());
        });
    }

    @Override
    public Follower edit(Actor actor, RecordRef record, long followerId, MergePatch patch) {
        patch.allowing(Set.of("subtypes"), Set.of("id", "person", "internal", "accessUntil"));
        return act(actor, record, (store, tx) -> {
            Following following = mine(actor, record, followerId, store);
            if (patch.has("subtypes")) {
                following.choose(patch.texts("subtypes"));
            }
            return people.show(List.of(following)).get(0);
        });
    }

    @Override
    public void unfollow(Actor actor, RecordRef record, long followerId) {
        act(actor, record, (store, tx) -> {
            Following following = mine(actor, record, followerId, store);
            new Followers(store, tx).remove(record, following, people.show(List.of(following)).get(0).person().name());
            return null;
        });
    }

    private static Following mine(Actor actor, RecordRef record, long followerId, ChatterStore store) {
        new RecordPermissions(store).requireReadable(actor, record);
        Following following = store.following(record, followerId)
                .orElseThrow(() -> CrmException.notFound("The follower"));
        requireMay(actor, record, following.person(), store);
        return following;
    }

    /** Oneself with the right to read, others with the right to change (SEMANTICS W6, W8). */
    private static void requireMay(Actor actor, RecordRef record, PersonRef person, ChatterStore store) {
        RecordPermissions gate = new RecordPermissions(store);
        if (person.equals(actor.user())) {
            gate.requireReadable(actor, record);
        } else {
            gate.requireWritable(actor, record);
        }
    }

    private static long lastId(String cursor) {
        String id = Cursor.parse(cursor, 1).get(0);
        if (id == null || !id.matches("\\d{1,18}")) {
            throw CrmException.invalid("cursor", "invalid", "Use the cursor of an earlier answer of this list.");
        }
        return Long.parseLong(id);
    }

    private <T> T act(Actor actor, RecordRef record, BiFunction<ChatterStore, Transaction, T> work) {
        return acts.run(Act.of(actor, record), tx -> jpa.txExpr(TransactionType.Required, em -> {
            ChatterStore store = new ChatterStore(em);
            T value = work.apply(store, tx);
            store.flush();
            return value;
        })).value();
    }
}
