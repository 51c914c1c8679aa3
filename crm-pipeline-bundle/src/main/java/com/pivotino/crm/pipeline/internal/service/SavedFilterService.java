package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.pipeline.NewSavedFilter;
import com.pivotino.crm.api.pipeline.SavedFilter;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.SavedFilterEntity;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import java.util.List;
import java.util.Set;

/** The filters that people keep, each for themselves. */
public final class SavedFilterService {
    private static final Set<String> VIEWS = Set.of("board", "list", "report");
    private static final int NAME = 100;
    private static final int QUERY = 2_000;
    private static final int TOP = 1_000_000;
    private static final int MOST = 100;
    private static final int STEP = 10;
    private final PipelineCore core;

    public SavedFilterService(PipelineCore core) {
        this.core = core;
    }

    /** The actor's own, in order. Filter {@code view}. */
    public Page<SavedFilter> list(Actor actor, ListQuery query) {
        query.allowing(Set.of("view"));
        String view = query.filter("view") == null ? null : Texts.oneOf("view", query.filter("view"), VIEWS, null);
        long user = user(actor);
        List<SavedFilter> own = core.read(db -> db.savedFilters().of(user)).stream().map(SavedFilterEntity::toRecord)
                .filter(filter -> view == null || filter.view().equals(view)).toList();
        return Lists.page(own, query, filter -> String.valueOf(filter.id()));
    }

    /** Keeps one. {@code validation_failed}; {@code too_many} from the hundredth on. */
    public SavedFilter create(Call call, NewSavedFilter what) {
        long user = user(call.actor());
        return core.act(act(call, user), (tx, db) -> {
            List<SavedFilterEntity> own = db.savedFilters().of(user);
            if (own.size() >= MOST) {
                throw CrmException.invalid("name", "too_many", "At most " + MOST + " filters; delete one first.");
            }
            int last = own.stream().mapToInt(filter -> filter.toRecord().sequence()).max().orElse(0);
            SavedFilter filter = checked(new SavedFilter(0, 0, what.name(), what.view(), what.query(),
                    what.sequence() == null ? last + STEP : what.sequence(), Boolean.TRUE.equals(what.isDefault())));
            SavedFilterEntity made = new SavedFilterEntity(user, filter);
            settle(own, filter);
            db.savedFilters().add(made);
            return made.toRecord();
        }).value();
    }

    /** Changes members of one of the actor's own. */
    public SavedFilter update(Call call, long id, MergePatch patch) {
        patch.allowing(Set.of("name", "query", "sequence", "isDefault"), Set.of("id", "version", "view"));
        long user = user(call.actor());
        return core.act(act(call, user), (tx, db) -> {
            SavedFilterEntity filter = find(db, id, user);
            SavedFilter before = filter.toRecord();
            Integer sequence = patch.has("sequence") ? patch.number("sequence", 0, TOP) : Integer.valueOf(before.sequence());
            SavedFilter after = checked(new SavedFilter(id, before.version(), patch.has("name") ? patch.text("name", NAME) : before.name(),
                    before.view(), patch.has("query") ? patch.text("query", QUERY) : before.query(),
                    sequence == null ? 0 : sequence,
                    patch.has("isDefault") ? Boolean.TRUE.equals(patch.flag("isDefault")) : before.isDefault()));
            if (after.equals(before)) {
                return before;
            }
            Versions.require(call, before);
            settle(db.savedFilters().of(user).stream().filter(other -> other != filter).toList(), after);
            filter.reshape(after);
            db.flush();
            return filter.toRecord();
        }).value();
    }

    /** Forgets one of the actor's own. */
    public void delete(Call call, long id) {
        long user = user(call.actor());
        core.act(act(call, user), (tx, db) -> {
            SavedFilterEntity filter = find(db, id, user);
            Versions.require(call, filter.toRecord());
            db.savedFilters().remove(filter);
            return null;
        });
    }

    /** A new default takes that from the one before, of the same view. */
    private static void settle(List<SavedFilterEntity> others, SavedFilter filter) {
        if (filter.isDefault()) {
            others.stream().filter(other -> other.toRecord().view().equals(filter.view()) && other.toRecord().isDefault())
                    .forEach(SavedFilterEntity::stepBack);
        }
    }

    private static SavedFilter checked(SavedFilter filter) {
        if (filter.view() == null) {
            throw CrmException.invalid("view", "required", "One of board, list, report.");
        }
        Texts.oneOf("view", filter.view(), VIEWS, null);
        Texts.range("sequence", filter.sequence(), TOP);
        String query = filter.query() == null ? "" : Texts.plain("query", filter.query(), QUERY);
        return new SavedFilter(filter.id(), filter.version(), Texts.required("name", filter.name(), NAME), filter.view(),
                query == null ? "" : query, filter.sequence(), filter.isDefault());
    }

    private static SavedFilterEntity find(PipelineStores db, long id, long user) {
        return db.savedFilters().find(id, user).orElseThrow(() -> CrmException.notFound("The filter"));
    }

    private static long user(Actor actor) {
        if (actor.userId() == null) {
            throw CrmException.forbidden("Filters are kept by users, each for themselves.");
        }
        return actor.userId();
    }

    private static Act act(Call call, long user) {
        return Act.of(call, new RecordRef("saved-filters", user));
    }
}
