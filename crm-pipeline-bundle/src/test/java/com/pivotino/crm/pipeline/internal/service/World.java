package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.chatter.event.FollowerAdded;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.Board;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.reaction.PipelineReaction;
import com.pivotino.crm.pipeline.internal.standard.StandardStages;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.testkit.FakeDirectoryAdmin;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.TestWorld;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pipeline on a real database and a real runtime, with people, and with a stand-in for the activities. */
final class World extends TestWorld {
    static final long NEW = 1;
    static final long FIRST_ACTIVITY = 2;
    static final long QUALIFIED = 3;
    static final long PROPOSITION = 4;
    static final long WON = 5;
    static final long LOST = 6;
    static final long NO_BUDGET = 3;
    static final long OTHER_REASON = 8;

    final FakeDirectoryAdmin admin = new FakeDirectoryAdmin(directory);
    final ProvidedStages providedStages;
    final PipelineCore core;
    final DefaultOpportunityService opportunities;
    final DefaultBoardService boards;
    final DefaultStageService stages;
    final DefaultLostReasonService reasons;
    final TotalsKeeper totals;
    final DefaultReportService reports;
    final SavedFilterService filters;
    final StandInActivities activities = new StandInActivities();
    final List<DomainEvent> events = new CopyOnWriteArrayList<>();
    final Actor ann;
    final Actor bob;
    final Actor mia;
    final Actor root;

    private final Database database;

    World(Database database) {
        super(database, new ModuleUnit("pipeline", OpportunityEntity.class.getClassLoader()));
        this.database = database;
        directory.addUser(1, "Ann", Role.SALESPERSON);
        directory.addUser(2, "Bob", Role.SALESPERSON);
        directory.addUser(3, "Mia", Role.MANAGER);
        directory.addUser(4, "Root", Role.ADMIN);
        directory.addTeam(1, "North", 1L, 3L);
        directory.addTeam(2, "South", 2L);
        ann = directory.actor(1);
        bob = directory.actor(2);
        mia = directory.actor(3);
        root = directory.actor(4);
        providedStages = new ProvidedStages(new DirectPlugins(), crm.clock());
        providedStages.addProvider(new StandardStages(), Map.of("service.ranking", -100));
        core = new PipelineCore(new SchemaReady() { }, crm.acts(), crm.jpa("crm-pipeline"), directory, crm.clock(),
                providedStages);
        opportunities = new DefaultOpportunityService(core, admin, settings, new DirectPlugins(), letting("lenient"));
        boards = new DefaultBoardService(core);
        stages = new DefaultStageService(core);
        reasons = new DefaultLostReasonService(core);
        totals = new TotalsKeeper(core);
        reports = new DefaultReportService(core, admin);
        filters = new SavedFilterService(core);
        crm.reaction("pipeline", 0, new String[] {"activity.*",
                "directory.ContactChanged", "directory.ContactMerged", "runtime.ActUndone"}, new PipelineReaction(core));
        crm.reaction("activities", 0, new String[] {"pipeline.*"}, activities);
        crm.reaction("seen", -1, new String[] {"*"}, (event, tx) -> events.add(event));
    }

    /** The settings of the pipeline that let the failure of these guards pass. */
    static DefaultOpportunityService.Config letting(String... guards) {
        return ComponentConfig.of(DefaultOpportunityService.Config.class, Map.of("failOpenGuards", guards));
    }

    void follow(long opportunity, long user) {
        publish(RecordRef.opportunity(opportunity), new FollowerAdded(PersonRef.user(user), new NamedRef(1, "x"), false));
    }

    /** By Ann, or by Bob what is of his team. */
    Opportunity make(NewOpportunity what) {
        boolean south = what.teamId() == null ? Long.valueOf(2).equals(what.salespersonId()) : what.teamId() == 2;
        return opportunities.create(Call.of(south ? bob : ann), what).value();
    }

    /** Ann's, in her team. */
    Opportunity make(String name) {
        return make(of(name, null, 1L, 1L, null));
    }

    Opportunity makeIn(long stage) {
        return make(of("Card", stage, 1L, 1L, null));
    }

    static NewOpportunity of(String name, Long stage, Long salesperson, Long team, com.pivotino.crm.api.Money revenue) {
        boolean lost = stage != null && stage == LOST;
        return new NewOpportunity(name, null, null, null, null, revenue, stage, salesperson, team, null, null, null, null,
                null, lost ? NO_BUDGET : null, null);
    }

    Opportunity get(long id) {
        return opportunities.get(root, id);
    }

    static ListQuery query(int limit, String... filters) {
        Map<String, List<String>> map = new java.util.HashMap<>();
        for (int i = 0; i < filters.length; i += 2) {
            map.computeIfAbsent(filters[i], key -> new java.util.ArrayList<>()).add(filters[i + 1]);
        }
        return new ListQuery(limit, null, null, false, map);
    }

    BoardColumn column(Actor actor, long stage, String... filters) {
        return board(actor, filters).columns().stream().filter(c -> c.stage().id() == stage).findFirst().orElseThrow();
    }

    Board board(Actor actor, String... filters) {
        return boards.board(actor, query(80, filters));
    }

    List<Long> ids(Actor actor, long stage) {
        return column(actor, stage).items().stream().map(card -> card.id()).toList();
    }

    /** Types of the pipeline's events so far. */
    List<String> told() {
        return events.stream().map(DomainEvent::type).filter(type -> type.startsWith("pipeline.")).toList();
    }

    void requireRightTotals() {
        String said = totals.check();
        if (!said.equals("The board's totals are right.")) {
            throw new AssertionError(said);
        }
    }

    /** As on the first day. */
    void clear() {
        empty("pl_opportunity", "pl_history", "pl_change", "pl_tag", "pl_open_activity", "rt_record_reader", "rt_record", "pl_total",
                "pl_total_delta", "pl_active", "pl_active_delta", "pl_term", "pl_fold", "pl_saved_filter");
        sql("DELETE FROM pl_stage_definition WHERE team_id > 0 OR stage_key LIKE 'acme%'", "DELETE FROM pl_stage WHERE id > 6",
                "DELETE FROM pl_lost_reason WHERE id > 8", "UPDATE pl_stage SET active = TRUE, version = 1",
                "UPDATE pl_lost_reason SET active = TRUE, version = 1");
        core.stagesAside(Act.of(root), (tx, db) -> { });    // stages are read anew
        activities.clear();
        events.clear();
        crm.clock().set(FIRST_DAY);
    }

    @Override
    public String toString() {
        return database.name();
    }
}
