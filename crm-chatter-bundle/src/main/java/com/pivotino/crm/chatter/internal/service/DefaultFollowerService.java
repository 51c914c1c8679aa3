package com.pivotino.crm.chatter.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.chatter.Follower;
import com.pivotino.crm.api.chatter.FollowerService;
import com.pivotino.crm.api.chatter.NewFollower;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Acts;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.record.RecordIndex;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.chatter.internal.domain.Following;
import com.pivotino.crm.chatter.internal.follower.Followers;
import com.pivotino.crm.chatter.internal.shared.AccessLinks;
import com.pivotino.crm.chatter.internal.shared.AccessView;
import com.pivotino.crm.chatter.internal.store.ChatterStore;
import com.pivotino.crm.support.PageCursor;
import com.pivotino.crm.support.PageRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
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
    private final Directory directory;
    private final FollowPermissions permissions;

    @Activate
    public DefaultFollowerService(@Reference(target = "(crm.module=chatter)") SchemaReady schema, @Reference Acts acts,
            @Reference(target = "(osgi.unit.name=crm-chatter)") JpaTemplate jpa, @Reference Directory directory,
            @Reference RecordIndex records) {
        this.acts = acts;
        this.jpa = jpa;
        this.people = new People(directory);
        this.directory = directory;
        this.permissions = new FollowPermissions(records, directory);
    }

    @Override
    public Page<Follower> list(Actor actor, RecordRef record, ListQuery query) {
        query.allowing(Set.of());
        long after = PageCursor.number(query.cursor(), 0);
        return acts.read(() -> jpa.txExpr(TransactionType.Required, em -> {
            ChatterStore store = new ChatterStore(em);
            permissions.requireReadable(actor, record);
            PageRows<Following> page = PageRows.of(store.followings(record, after, query.limit() + 1), query.limit());
            return new Page<>(people.show(page.rows()), page.next(last -> Cursor.of(last.id())), query.count()
                    ? store.countFollowings(record) : null);
        }));
    }

    @Override
    public Followed follow(Actor actor, RecordRef record, NewFollower input) {
        if (input.person() == null) {
            throw CrmException.invalid("person", "required", "Say who is to follow.");
        }
        return act(actor, record, (store, em, tx) -> {
            permissions.requireMay(actor, record, input.person());
            if (FollowPermissions.isTeam(record) && !input.person().isUser()) {
                throw CrmException.invalid("person", "internal_only", "Only colleagues can follow a team.");
            }
            String name = people.requireActive(input.person());
            Optional<Following> before = store.following(record, input.person());
            Following following = before.orElseGet(() -> new Followers(store, tx).addNew(record, input.person(), name, false));
            RoleTemplates templates = new RoleTemplates(em);
            if (input.subtypes() != null) {
                following.choose(input.subtypes());
            } else if (input.copyFrom() != null) {
                following.choose(templates.copy(input.copyFrom()));
            } else if (before.isEmpty()) {
                templates.chosenFor(input.person(), directory).ifPresent(following::choose);
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

    @Override
    public Access access(Actor actor, RecordRef record, long followerId) {
        return act(actor, record, (store, em, tx) -> {
            Following following = outside(actor, record, followerId, store);
            if (!following.hasAccess(tx.now())) {
                following.extendAccess(tx.now());
            }
            return new Access("/shared/" + new AccessLinks(em).token(following), following.accessUntil());
        });
    }

    @Override
    public void revokeAccess(Actor actor, RecordRef record, long followerId) {
        act(actor, record, (store, em, tx) -> {
            outside(actor, record, followerId, store).revokeAccess();
            return null;
        });
    }

    @Override
    public Page<View> views(Actor actor, RecordRef record, long followerId, ListQuery query) {
        query.allowing(Set.of());
        long before = PageCursor.number(query.cursor(), Long.MAX_VALUE);
        return acts.read(() -> jpa.txExpr(TransactionType.Required, em -> {
            Following following = outside(actor, record, followerId, new ChatterStore(em));
            List<AccessView> found = em.createQuery("SELECT v FROM AccessView v WHERE v.recordType = :type AND v.recordId = :record"
                    + " AND v.personKind = 'contact' AND v.personId = :person AND v.id < :before ORDER BY v.id DESC", AccessView.class)
                    .setParameter("type", record.type()).setParameter("record", record.id())
                    .setParameter("person", following.person().id()).setParameter("before", before)
                    .setMaxResults(query.limit() + 1).getResultList();
            return PageRows.of(found, query.limit()).page(view -> new View(view.action(), view.viewedAt()), last -> Cursor.of(last.id()),
                    null);
        }));
    }

    private Following outside(Actor actor, RecordRef record, long followerId, ChatterStore store) {
        permissions.requireWritable(actor, record);
        Following following = store.following(record, followerId).orElseThrow(() -> CrmException.notFound("The follower"));
        if (following.person().isUser()) {
            throw CrmException.conflict("no_link", "Colleagues sign in; only people outside have a link.");
        }
        return following;
    }

    private Following mine(Actor actor, RecordRef record, long followerId, ChatterStore store) {
        permissions.requireReadable(actor, record);
        Following following = store.following(record, followerId)
                .orElseThrow(() -> CrmException.notFound("The follower"));
        permissions.requireMay(actor, record, following.person());
        return following;
    }

    private interface Work<T> {
        T run(ChatterStore store, EntityManager em, Transaction tx);
    }

    private <T> T act(Actor actor, RecordRef record, BiFunction<ChatterStore, Transaction, T> work) {
        return act(actor, record, (store, em, tx) -> work.apply(store, tx));
    }

    private <T> T act(Actor actor, RecordRef record, Work<T> work) {
        return acts.run(Act.of(actor, record), tx -> jpa.txExpr(TransactionType.Required, em -> {
            ChatterStore store = new ChatterStore(em);
            T value = work.run(store, em, tx);
            store.flush();
            return value;
        })).value();
    }
}
