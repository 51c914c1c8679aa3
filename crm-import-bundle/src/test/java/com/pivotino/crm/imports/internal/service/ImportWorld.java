package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.pipeline.internal.standard.StandardStages;
import com.pivotino.crm.pipeline.internal.service.ProvidedStages;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.rest.MergePatch;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.service.DefaultImportableOpportunities;
import com.pivotino.crm.pipeline.internal.service.DefaultLostReasonService;
import com.pivotino.crm.pipeline.internal.service.DefaultOpportunityService;
import com.pivotino.crm.pipeline.internal.service.DefaultStageService;
import com.pivotino.crm.pipeline.internal.service.PipelineCore;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.FakeSettings;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.NoPlugins;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Imports on a real database and a real runtime, with people in memory. */
final class ImportWorld implements AutoCloseable {

    static final long QUALIFIED = 3;

    final CrmHarness crm;
    final PipelineCore core;
    final FakePeople people = new FakePeople();
    final DefaultStageService stages;
    final DefaultLostReasonService reasons;
    final OpportunityService opportunities;
    final ImportOperations operations;
    final ImportKinds kinds = new ImportKinds(new DirectPlugins());
    final List<DomainEvent> events = new CopyOnWriteArrayList<>();
    final Actor root;
    final Actor mia;
    final Actor ann;

    ImportWorld(Database database) {
        this(database, UnaryOperator.identity());
    }

    /** @param around what stands between imports and the opportunities */
    ImportWorld(Database database, UnaryOperator<OpportunityService> around) {
        crm = CrmHarness.start(database, new ModuleUnit("pipeline", OpportunityEntity.class.getClassLoader()),
                new ModuleUnit("imports", ImportOperations.class.getClassLoader()));
        people.directory.addUser(1, "Ann", Role.SALESPERSON);
        people.directory.addUser(3, "Mia", Role.MANAGER);
        people.directory.addUser(4, "Root", Role.ADMIN);
        people.directory.addTeam(1, "North", 1L, 3L);
        root = people.directory.actor(4);
        mia = people.directory.actor(3);
        ann = people.directory.actor(1);
        ProvidedStages provided = new ProvidedStages(new DirectPlugins(), crm.clock());
        provided.addProvider(new StandardStages(), Map.of("service.ranking", -100));
        core = new PipelineCore(new SchemaReady() { }, crm.acts(), crm.jpa("crm-pipeline"), people.directory, crm.clock(), provided);
        stages = new DefaultStageService(core);
        reasons = new DefaultLostReasonService(core);
        opportunities = new DefaultOpportunityService(core, people, new FakeSettings(), new NoPlugins(),
                ComponentConfig.of(DefaultOpportunityService.Config.class));
        ImportServices services = new ImportServices(new PipelineServices(around.apply(opportunities),
                new DefaultImportableOpportunities(core), stages, reasons), people.directory, people, new FakeSettings());
        operations = new ImportOperations(new ImportTransactions(new SchemaReady() { }, crm.acts(), crm.jpa("crm-imports")), services,
                kinds);
        crm.earliestListener("pipeline-imports", new String[] {ImportRunDue.TYPE}, operations);
        crm.reaction("seen", -1, new String[] {"pipeline.Opportunity*", "pipeline.StageChanged"}, (event, tx) -> events.add(event));
    }

    ImportView upload(String kind, String csv) {
        return operations.upload(root, kind, null, null, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    ImportView options(ImportView view, Map<String, Object> options) {
        return operations.edit(root, view.id(), new MergePatch(Map.of("options", options)), null);
    }

    ImportView mapping(ImportView view, Map<String, Object> mapping) {
        return operations.edit(root, view.id(), new MergePatch(Map.of("mapping", mapping)), null);
    }

    /** Runs it to its end. */
    ImportView.RunView run(ImportView view, boolean dryRun, boolean partial) {
        ImportView.RunView run = operations.start(root, view.id(), dryRun, partial);
        crm.deliverAll();
        return operations.run(root, view.id(), run.id());
    }

    List<ReportLine> report(ImportView view) {
        return operations.report(root, view.id(), ListQuery.first(200)).items();
    }

    /** The lines of which this became. */
    List<ReportLine> report(ImportView view, String status) {
        return operations.report(root, view.id(), new ListQuery(200, null, null, false, Map.of("status", List.of(status)))).items();
    }

    List<Opportunity> all() {
        return opportunities.list(root, new ListQuery(200, null, "id", true, Map.of())).items();
    }

    Opportunity byKey(String key) {
        return opportunities.get(root, opportunities.idsByExternalId(List.of(key)).get(key));
    }

    /** The line's problems as {@code severity code column}. */
    static List<String> problems(ReportLine line) {
        return line.problems().stream().map(p -> p.severity() + " " + p.code() + " " + p.column()).toList();
    }

    /** {@code created/updated/skipped/failed/held} and why it failed. */
    static String figures(ImportView.RunView run) {
        return run.created() + "/" + run.updated() + "/" + run.skipped() + "/" + run.failed() + "/" + run.held()
                + (run.problem() == null ? "" : " " + run.problem());
    }

    @Override
    public void close() {
        crm.close();
    }
}
