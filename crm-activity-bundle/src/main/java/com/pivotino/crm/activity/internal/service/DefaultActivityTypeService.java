package com.pivotino.crm.activity.internal.service;

import com.pivotino.crm.activity.internal.domain.ActivityTypeEntity;
import com.pivotino.crm.activity.internal.store.ActivityStore;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.ActivityType;
import com.pivotino.crm.api.activity.ActivityTypeService;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.support.StaleVersion;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The few types that there are; read as a whole. Making one and deleting one take the lock of them all. */
@Component(service = ActivityTypeService.class)
public final class DefaultActivityTypeService implements ActivityTypeService {

    /** The lock of all types. */
    static final RecordRef ALL = new RecordRef("activity-types", 1);
    private static final Comparator<ActivityType> ORDER =
            Comparator.comparing(ActivityType::name).thenComparing(type -> String.valueOf(type.id()));
    private static final int MAX_KEY = 40;

    private final ActivityTransactions transactions;

    @Activate
    public DefaultActivityTypeService(@Reference ActivityTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<ActivityType> list(ListQuery query) {
        query.allowing(Set.of("active"));
        transactions.refreshTypes();
        String active = query.filter("active");
        List<ActivityType> all = transactions.read(unit -> unit.store().kinds().stream().map(ActivityTypeEntity::toRecord).toList())
                .stream()
                .filter(type -> active == null || type.active() == Boolean.parseBoolean(active)).sorted(ORDER).toList();
        List<ActivityType> rest = query.cursor() == null ? all : after(all, Cursor.parse(query.cursor(), 2));
        List<ActivityType> page = rest.subList(0, Math.min(rest.size(), query.limit()));
        String next = page.size() == rest.size() ? null
                : Cursor.of(page.get(page.size() - 1).name(), page.get(page.size() - 1).id());
        return new Page<>(page, next, query.count() ? (long) all.size() : null);
    }

    @Override
    public ActivityType create(Actor actor, MergePatch members) {
        actor.requireManager();
        Set<String> known = new HashSet<>(ActivityTypeEntity.MEMBERS);
        known.add("key");
        members.allowing(known, Set.of("id", "version", "provider", "available"));
        String name = members.requiredText("name", 80);
        String key = members.text("key", MAX_KEY);
        return act(Call.of(actor), store -> {
            ActivityTypeEntity kind = new ActivityTypeEntity(free(store, key == null ? keyOf(name) : key, key != null), name);
            kind.edit(members);
            requireKnown(store, kind);
            store.add(kind);
            store.flush();
            return kind.toRecord();
        });
    }

    @Override
    public ActivityType edit(Call call, long id, MergePatch patch) {
        call.actor().requireManager();
        patch.allowing(ActivityTypeEntity.MEMBERS, Set.of("id", "version", "key", "provider", "available"));
        return act(call, store -> {
            ActivityTypeEntity kind = current(store, id, call.version());
            requireOwn(kind, patch);
            kind.edit(patch);
            requireKnown(store, kind);
            store.flush();
            return kind.toRecord();
        });
    }

    @Override
    public void delete(Call call, long id) {
        call.actor().requireManager();
        act(call, store -> {
            ActivityTypeEntity kind = current(store, id, call.version());
            if (kind.id() == ActivityTypeEntity.TO_DO || kind.toRecord().available() && kind.provider() != null || store.isUsed(kind)) {
                throw CrmException.conflict("conflict", "This type is in use; set it inactive instead.");
            }
            store.remove(kind);
            return null;
        });
    }

    private static ActivityTypeEntity current(ActivityStore store, long id, Long version) {
        ActivityTypeEntity kind = store.kind(id).orElseThrow(() -> CrmException.notFound("The activity type"));
        StaleVersion.refuse(version, kind.version(), kind::toRecord);
        return kind;
    }

    /** What a partner says of its type is the partner's to change. */
    private static void requireOwn(ActivityTypeEntity kind, MergePatch patch) {
        if (kind.provider() != null && !Set.of("chaining", "nextTypeIds", "nextFrom", "active").containsAll(patch.names())) {
            throw CrmException.conflict("conflict", "This type is brought by " + kind.provider()
                    + "; only what follows it and whether it is offered can be changed here.");
        }
    }

    private static void requireKnown(ActivityStore store, ActivityTypeEntity kind) {
        for (Long next : kind.nextTypeIds()) {
            if (store.kind(next).isEmpty()) {
                throw CrmException.invalid("nextTypeIds", "invalid", "There is no activity type " + next + ".");
            }
        }
    }

    private static String free(ActivityStore store, String key, boolean exactly) {
        if (!key.matches("[a-z][a-z0-9_]*")) {
            throw CrmException.invalid("key", "invalid", "Lower case letters, digits and underscores.");
        }
        List<String> taken = store.kinds().stream().map(ActivityTypeEntity::key).toList();
        if (exactly && taken.contains(key)) {
            throw CrmException.invalid("key", "taken", "There is a type with this key.");
        }
        String free = key;
        for (int n = 2; taken.contains(free); n++) {
            free = key.substring(0, Math.min(key.length(), MAX_KEY - 4)) + "_" + n;
        }
        return free;
    }

    private static String keyOf(String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        return key.isEmpty() ? "type" : key.substring(0, Math.min(key.length(), MAX_KEY));
    }

    private static List<ActivityType> after(List<ActivityType> all, List<String> last) {
        String name = String.valueOf(last.get(0));
        return all.stream().filter(type -> {
            int byName = type.name().compareTo(name);
            return byName > 0 || byName == 0 && String.valueOf(type.id()).compareTo(String.valueOf(last.get(1))) > 0;
        }).toList();
    }

    private <T> T act(Call call, Function<ActivityStore, T> work) {
        return transactions.act(Act.of(call, ALL), (unit, tx) -> work.apply(unit.store())).value();
    }
}
