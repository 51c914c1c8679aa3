package com.pivotino.crm.benchmarks;

import com.pivotino.crm.testkit.DirectPlugins;
import com.pivotino.crm.pipeline.internal.standard.StandardStages;
import com.pivotino.crm.pipeline.internal.service.ProvidedStages;
import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.module.SchemaReady;
import com.pivotino.crm.pipeline.internal.domain.OpportunityEntity;
import com.pivotino.crm.pipeline.internal.service.DefaultBoardService;
import com.pivotino.crm.pipeline.internal.service.DefaultOpportunityService;
import com.pivotino.crm.pipeline.internal.service.DefaultReportService;
import com.pivotino.crm.pipeline.internal.service.PipelineCore;
import com.pivotino.crm.pipeline.internal.service.TotalsKeeper;
import com.pivotino.crm.testkit.ComponentConfig;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.FakeDirectory;
import com.pivotino.crm.testkit.FakeDirectoryAdmin;
import com.pivotino.crm.testkit.FakeSettings;
import com.pivotino.crm.testkit.ModuleUnit;
import com.pivotino.crm.testkit.NoPlugins;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pipeline on a real database with so many opportunities, and what people ask of it. */
final class Pipeline implements AutoCloseable {
    final CrmHarness crm;
    final PipelineCore core;
    final Actor admin;
    final Actor salesperson;
    private final DefaultBoardService boards;
    private final DefaultOpportunityService opportunities;
    private final DefaultReportService reports;
    private final TotalsKeeper totals;

    Pipeline(Database database, int count) throws SQLException {
        crm = CrmHarness.start(database, new ModuleUnit("pipeline", OpportunityEntity.class.getClassLoader()));
        FakeDirectory directory = new FakeDirectory();
        for (long id = 1; id <= 40; id++) {
            directory.addUser(id, "User " + id, id == 1 ? Role.ADMIN : Role.SALESPERSON);
        }
        for (long id = 1; id <= 5; id++) {
            directory.addTeam(id, "Team " + id, 1L);
        }
        admin = directory.actor(1);
        salesperson = directory.actor(7);
        ProvidedStages stages = new ProvidedStages(new DirectPlugins(), crm.clock());
        stages.addProvider(new StandardStages(), Map.of("service.ranking", -100));
        core = new PipelineCore(new SchemaReady() { }, crm.acts(), crm.jpa("crm-pipeline"), directory, crm.clock(), stages);
        FakeDirectoryAdmin people = new FakeDirectoryAdmin(directory);
        boards = new DefaultBoardService(core);
        opportunities = new DefaultOpportunityService(core, people, new FakeSettings(), new NoPlugins(),
                ComponentConfig.of(DefaultOpportunityService.Config.class));
        reports = new DefaultReportService(core, people);
        totals = new TotalsKeeper(core);
        new Seed(database, crm.dataSource()).fill(count);
        totals.run(crm.clock().instant());
    }

    /** What is asked all day, by name. */
    Map<String, Runnable> questions() {
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("board, first view", () -> boards.board(admin, query(80)));
        questions.put("board, 20 cards a column", () -> boards.board(admin, query(20)));
        questions.put("board of a salesperson", () -> boards.board(salesperson, query(80)));
        questions.put("board, my cards", () -> boards.board(admin, query(80, "salesperson", "7")));
        questions.put("board, one team", () -> boards.board(admin, query(80, "team", "3")));
        questions.put("board, tag", () -> boards.board(admin, query(80, "tag", "tag7")));
        questions.put("board, search", () -> boards.board(admin, query(80, "q", "customer12")));
        questions.put("board, closing in a week",
                () -> boards.board(admin, query(80, "closingFrom", "2026-06-08", "closingTo", "2026-06-14")));
        questions.put("board, overdue", () -> boards.board(admin, query(80, "activityState", "overdue")));
        questions.put("column, second page", () -> boards.column(admin, 3, new ListQuery(80,
                boards.column(admin, 3, query(80)).next(), null, false, Map.of())));
        questions.put("list, newest", () -> opportunities.list(admin, query(50)));
        questions.put("list of a salesperson", () -> opportunities.list(salesperson, query(50)));
        questions.put("list, search", () -> opportunities.list(admin, query(50, "q", "customer12")));
        questions.put("list, customer", () -> opportunities.list(admin, query(50, "customer", "12")));
        for (String sort : List.of("name", "-expectedRevenue", "expectedClosing", "-closedAt", "activity", "-changedAt", "stageSince")) {
            questions.put("list by " + sort, () -> opportunities.list(admin, new ListQuery(50, null, sort, false, Map.of())));
        }
        questions.put("history", () -> opportunities.history(admin, Seed.FIRST_ID + 77));
        questions.put("duplicates", () -> reports.duplicates(admin, query(50, "email", "C77@example.com", "phone", "0170 1000077")));
        return questions;
    }

    /** What is asked now and then, over all rows of a kind. */
    Map<String, Runnable> reports() {
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("missed sales by reason", () -> reports.missedSales(admin, query(50)));
        questions.put("missed sales by month", () -> reports.missedSales(admin, query(50, "groupBy", "month")));
        questions.put("pipeline report", () -> reports.pipeline(admin, query(50)));
        questions.put("board by -expectedRevenue", () -> boards.board(admin, new ListQuery(80, null, "-expectedRevenue", false, Map.of())));
        return questions;
    }

    static ListQuery query(int limit, String... filters) {
        Map<String, List<String>> map = new HashMap<>();
        for (int i = 0; i < filters.length; i += 2) {
            map.computeIfAbsent(filters[i], key -> new ArrayList<>()).add(filters[i + 1]);
        }
        return new ListQuery(limit, null, null, false, map);
    }

    @Override
    public void close() {
        crm.close();
    }
}
