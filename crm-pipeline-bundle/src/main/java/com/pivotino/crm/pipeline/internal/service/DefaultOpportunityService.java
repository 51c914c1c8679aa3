package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.directory.Team;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityBulk;
import com.pivotino.crm.api.pipeline.OpportunityBulkService;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.plugin.Plugins;
import com.pivotino.crm.api.record.RecordProvider;
import com.pivotino.crm.api.record.RecordSummary;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityViews;
import com.pivotino.crm.pipeline.internal.store.Filters;
import com.pivotino.crm.pipeline.internal.store.PipelineStores;
import com.pivotino.crm.pipeline.internal.store.Sort;
import com.pivotino.crm.pipeline.internal.store.Where;
import com.pivotino.crm.support.PageRows;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The opportunities, for REST, for other services of this bundle, and as records for other bundles. */
@Component(service = {OpportunityService.class, OpportunityBulkService.class, RecordProvider.class},
        configurationPid = "com.pivotino.crm.pipeline",
        property = RecordProvider.TYPE + "=opportunity")
@Designate(ocd = DefaultOpportunityService.Config.class)
public final class DefaultOpportunityService implements OpportunityService, OpportunityBulkService, RecordProvider {

    /** Settings of the pipeline. */
    @ObjectClassDefinition(name = "Pivotino CRM pipeline")
    public @interface Config {
        @AttributeDefinition(description = "Names of stage guards whose failure lets a move pass; all others refuse it.")
        String[] failOpenGuards() default {};
    }

    private final PipelineCore core;
    private final SettingsService settings;
    private final Plugins<StageGuard> guards = Plugins.of(StageGuard.class);
    private final Creator creator;
    private final Editor editor;
    private final Mover mover;
    private final BulkActs bulk;
    private volatile Set<String> failOpen;

    @Activate
    public DefaultOpportunityService(@Reference PipelineCore core, @Reference DirectoryAdmin people,
            @Reference SettingsService settings, @Reference PluginInvoker invoker, Config config) {
        this.core = core;
        this.settings = settings;
        this.creator = new Creator(core, people);
        this.editor = new Editor(core, people);
        configured(config);
        GuardRound round = new GuardRound(invoker, guards, () -> failOpen);
        this.mover = new Mover(core, round, () -> settings.current().undoSeconds());
        this.bulk = new BulkActs(core, round, editor, settings);
    }

    /** Another configuration: taken over without a restart of whatever needs opportunities. */
    @Modified
    void configured(Config config) {
        failOpen = Set.of(config.failOpenGuards());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addGuard(StageGuard guard, Map<String, Object> properties) {
        guards.come(guard, properties);
    }

    void updatedGuard(StageGuard guard, Map<String, Object> properties) {
        addGuard(guard, properties);
    }

    void removeGuard(StageGuard guard) {
        guards.go(guard);
    }

    @Override
    public Answer<Opportunity> create(Call call, NewOpportunity what) {
        core.refreshStages();
        return core.act(Act.of(call), (tx, db) -> {
            NewOpportunity owned = owned(call.actor(), what);
            return creator.create(tx, db, List.of(new ImportedOpportunity(owned, null, null, null, null, false)), false).get(0);
        });
    }

    /**
     * What one makes by hand is one's own and one's team's, unless somebody else is named; else nobody would see it. Of a
     * colleague's teams the one that both are in is meant.
     */
    private NewOpportunity owned(Actor actor, NewOpportunity what) {
        Long salesperson = what.salespersonId() != null ? what.salespersonId() : actor.userId();
        Long team = what.teamId() != null || salesperson == null ? what.teamId()
                : core.directory().teamsOf(salesperson).stream().map(Team::id)
                        .min(Comparator.comparing((Long id) -> !actor.visibleTeamIds().contains(id)).thenComparing(id -> id)).orElse(null);
        return what.ownedBy(salesperson, team);
    }

    @Override
    public List<Opportunity> createAll(Call call, List<ImportedOpportunity> rows) {
        return core.act(Act.of(call), (tx, db) -> creator.create(tx, db, rows, true)).value();
    }

    @Override
    public Opportunity get(Actor actor, long id) {
        return core.read(db -> {
            OpportunityEntity card = core.readable(db, actor, id);
            return OpportunityViews.whole(card, new Lookup(db, core.directory(), List.of(card)), core.now(), actor);
        });
    }

    @Override
    public Page<Opportunity> list(Actor actor, ListQuery query) {
        Sort sort = Sort.of(query.sort());
        return core.read(db -> {
            Where where = new Filters(query, actor, core.now()).where();
            Long total = query.count() ? db.opportunities().count(where) : null;
            PageRows<OpportunityEntity> page = PageRows.of(db.opportunities().page(where, sort, query.cursor(), query.limit() + 1),
                    query.limit());
            Lookup names = new Lookup(db, core.directory(), page.rows());
            return page.page(card -> OpportunityViews.whole(card, names, core.now(), actor), sort::cursor, total);
        });
    }

    @Override
    public Answer<Opportunity> update(Call call, long id, MergePatch patch) {
        Editing editing = new Editing(patch, settings.current().currency());
        return core.act(onCard(call, id), (tx, db) -> editor.edit(tx, db, call, id, editing));
    }

    @Override
    public void delete(Call call, long id) {
        core.act(onCard(call, id), (tx, db) -> delete(tx, db, call, id));
    }

    private Void delete(Transaction tx, PipelineStores db, Call call, long id) {
        OpportunityEntity card = core.deletable(db, call.actor(), id);
        new Versions(core).require(call, db, card);
        new StageTransition(core, tx, db, card, db.ladder()).delete();
        return null;
    }

    @Override
    public Answer<Opportunity> move(Call call, long id, MoveRequest move) {
        return mover.move(call, id, move);
    }

    @Override
    public Answer<Opportunity> win(Call call, long id, WonRequest request) {
        return mover.win(call, id, request);
    }

    @Override
    public Answer<Opportunity> lose(Call call, long id, LostRequest request) {
        return mover.lose(call, id, request);
    }

    @Override
    public Answer<Opportunity> restore(Call call, long id, RestoreRequest request) {
        return mover.restore(call, id, request);
    }

    @Override
    public Answer<BulkReport> bulk(Call call, OpportunityBulk what) {
        return bulk.run(call, what);
    }

    @Override
    public List<HistoryEntry> history(Actor actor, long id) {
        return core.read(db -> {
            core.readable(db, actor, id);
            return db.history().of(id);
        });
    }

    @Override
    public Map<String, Long> idsByExternalId(Collection<String> externalIds) {
        return core.read(db -> db.opportunities().idsByExternalId(externalIds));
    }

    @Override
    public Optional<RecordSummary> find(RecordRef record) {
        return core.read(db -> db.opportunities().find(record.id())
                .map(card -> new RecordSummary(record, card.name(), card.access(db.followers().of(record.id())))));
    }

    private static Act onCard(Call call, long id) {
        if (id < 1) {
            throw CrmException.notFound("The opportunity");
        }
        return Act.of(call, RecordRef.opportunity(id));
    }
}
