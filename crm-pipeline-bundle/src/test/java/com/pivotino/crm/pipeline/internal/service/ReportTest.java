package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MissedSales;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.NewStage;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.OpportunitySummary;
import com.pivotino.crm.api.pipeline.PipelineReport;
import com.pivotino.crm.api.pipeline.ReportFigure;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.MergePatch;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Test;

/** Reports: each figure equals the rows behind it, for everybody. */
public class ReportTest extends OnWorld {

    /** Cards with a past of months: moved to and fro, won, lost, restored, undone by nobody. */
    private void live(long seed) {
        Random random = new Random(seed);
        List<Long> cards = new ArrayList<>();
        for (int step = 0; step < 160; step++) {
            world.crm.clock().advance(Duration.ofHours(random.nextInt(40)));
            if (cards.size() < 40 && random.nextInt(3) > 0 || cards.isEmpty()) {
                cards.add(make(random));
                continue;
            }
            long id = cards.get(random.nextInt(cards.size()));
            Call call = Call.of(world.root);
            switch (random.nextInt(5)) {
                case 0 -> world.opportunities.win(call, id, new WonRequest(null));
                case 1 -> lose(call, id, 1L + random.nextInt(7));
                case 2 -> reopen(call, id);
                default -> world.opportunities.move(call, id, MoveRequest.to(1L + random.nextInt(4)));
            }
        }
    }

    private void lose(Call call, long id, long reason) {
        if (!world.get(id).outcome().equals("lost")) {
            world.opportunities.lose(call, id, new LostRequest(reason, null, null, null));
        }
    }

    private void reopen(Call call, long id) {
        if (!world.get(id).outcome().equals("open")) {
            world.opportunities.restore(call, id, new RestoreRequest(null));
        }
    }

    private long make(Random random) {
        Long salesperson = random.nextInt(5) == 0 ? null : Long.valueOf(1 + random.nextInt(3));
        Long team = random.nextInt(4) == 0 ? null : Long.valueOf(1 + random.nextInt(2));
        Money money = random.nextInt(4) == 0 ? null : new Money(new BigDecimal(random.nextInt(9_000)), random.nextBoolean() ? "EUR"
                : "USD");
        LocalDate closing = random.nextInt(3) == 0 ? null : LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28));
        // made by the administrator, so that what belongs to nobody stays so
        NewOpportunity what = new NewOpportunity("Card " + random.nextInt(9), null, null, null, null, money, 1L + random.nextInt(4),
                salesperson, team, null, closing, null, random.nextBoolean() ? List.of("hot") : List.of(), false, null, null);
        return world.core.act(com.pivotino.crm.api.event.Act.of(world.root), (tx, db) -> new Creator(world.core, world.admin)
                .create(tx, db, List.of(new com.pivotino.crm.api.pipeline.ImportedOpportunity(what, null, null, null, null, true)), false)
                .get(0)).value().id();
    }

    private List<Opportunity> rows(Actor actor, String filter) {
        Map<String, List<String>> filters = new TreeMap<>();
        for (String member : filter.isEmpty() ? new String[0] : filter.split("&")) {
            String[] pair = member.split("=", 2);
            filters.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return world.opportunities.list(actor, new ListQuery(200, null, null, false, filters)).items();
    }

    private static List<Money> sums(List<Opportunity> rows) {
        Map<String, Money> sums = new TreeMap<>();
        rows.stream().map(Opportunity::expectedRevenue).filter(money -> money != null)
                .forEach(money -> sums.merge(money.currency(), money, Money::plus));
        return List.copyOf(sums.values());
    }

    /** The figure is what a plain count over the list that it drills down to says. */
    private List<Opportunity> requireRows(Actor actor, ReportFigure figure) {
        List<Opportunity> rows = rows(actor, figure.filter());
        assertEquals(figure.filter(), rows.size(), figure.count());
        assertEquals(figure.filter(), sums(rows), figure.sum());
        assertEquals("/api/opportunities?" + figure.filter(), figure.drillDown());
        return rows;
    }

    private List<Actor> everybody() {
        return List.of(world.ann, world.bob, world.mia, world.root);
    }

    @Test
    public void P14_missed_sales_are_the_rows_behind_them_however_grouped() {
        live(7);
        int groups = 0;
        for (Actor actor : everybody()) {
            List<Opportunity> all = world.opportunities.list(actor, World.query(200, "outcome", "lost")).items();
            for (String groupBy : List.of("reason", "stage", "salesperson", "team", "month")) {
                for (String[] period : new String[][] {{}, {"from", "2026-06-20"}, {"from", "2026-06-15", "to", "2026-08-02"}}) {
                    List<String> query = new ArrayList<>(List.of("groupBy", groupBy));
                    query.addAll(List.of(period));
                    MissedSales report = world.reports.missedSales(actor, World.query(50, query.toArray(new String[0])));
                    long lost = requireRows(actor, report.total()).size();
                    assertEquals(lost, report.groups().stream().mapToLong(group -> requireRows(actor, group.figure()).size()).sum());
                    assertTrue(period.length > 0 || lost == all.size());
                    groups += report.groups().size();
                }
            }
        }
        assertTrue("too little was lost", groups > 40);
    }

    @Test
    public void reports_of_the_pipeline_are_the_rows_behind_them() {
        live(11);
        for (Actor actor : everybody()) {
            for (String[] query : new String[][] {{}, {"from", "2026-06-25", "to", "2026-09-01"}, {"salesperson", "me"},
                {"team", "none"}, {"tag", "hot", "from", "2026-07-01"}}) {
                PipelineReport report = world.reports.pipeline(actor, World.query(50, query));
                report.funnel().forEach(step -> {
                    requireRows(actor, step.entered());
                    requireRows(actor, step.wentOn());
                    assertTrue(step.wentOn().count() <= step.entered().count());
                });
                report.forecast().forEach(month -> requireRows(actor, month.figure()));
                requireRows(actor, report.winRate().total().won());
                requireRows(actor, report.winRate().total().lost());
                report.winRate().months().forEach(month -> {
                    requireRows(actor, month.won());
                    requireRows(actor, month.lost());
                });
                report.timeInStage().forEach(time -> {
                    requireRows(actor, time.figure());
                    assertTrue(time.stays() >= time.figure().count());
                });
            }
        }
    }

    @Test
    public void forecast_holds_all_that_is_open_weighted_like_the_board() {
        live(3);
        PipelineReport report = world.reports.pipeline(world.root, World.query(50));
        OpportunitySummary summary = world.reports.summary(world.root, World.query(50));
        assertEquals(summary.open().count(), report.forecast().stream().mapToLong(month -> month.figure().count()).sum());
        Map<String, BigDecimal> weighted = new TreeMap<>();
        world.board(world.root, "outcome", "open").columns().forEach(column -> column.weighted()
                .forEach(money -> weighted.merge(money.currency(), money.amount(), BigDecimal::add)));
        for (Money money : summary.open().weighted()) {
            assertTrue(money + " " + weighted, money.amount().subtract(weighted.get(money.currency())).abs().doubleValue() < 0.05);
        }
        assertEquals(List.of(), report.forecast().stream().filter(month -> month.month() == null).skip(1).toList());
    }

    @Test
    public void lost_twice_counts_once_by_the_last_loss_and_restored_not_at_all() {
        Opportunity twice = world.makeIn(World.QUALIFIED);
        Opportunity back = world.makeIn(World.QUALIFIED);
        Call call = Call.of(world.root);
        world.opportunities.lose(call, twice.id(), new LostRequest(1L, null, null, null));
        world.opportunities.lose(call, back.id(), new LostRequest(1L, null, null, null));
        world.crm.clock().advance(Duration.ofDays(40));
        world.opportunities.restore(call, twice.id(), new RestoreRequest(World.PROPOSITION));
        world.opportunities.restore(call, back.id(), new RestoreRequest(null));
        world.opportunities.lose(call, twice.id(), new LostRequest(World.NO_BUDGET, null, null, null));

        MissedSales reasons = world.reports.missedSales(world.root, World.query(50));
        assertEquals(List.of("No budget"), reasons.groups().stream().map(group -> group.label()).toList());
        assertEquals(1, reasons.total().count());
        MissedSales stages = world.reports.missedSales(world.root, World.query(50, "groupBy", "stage"));
        assertEquals(List.of("Proposition"), stages.groups().stream().map(group -> group.label()).toList());
        MissedSales months = world.reports.missedSales(world.root, World.query(50, "groupBy", "month"));
        assertEquals(List.of("2026-07"), months.groups().stream().map(group -> group.key()).toList());
    }

    @Test
    public void a_month_is_one_in_the_zone_of_who_asks() {
        world.crm.clock().set(java.time.Instant.parse("2026-06-30T23:30:00Z"));
        Opportunity card = world.makeIn(World.QUALIFIED);
        world.opportunities.lose(Call.of(world.root), card.id(), new LostRequest(1L, null, null, null));
        Actor east = new Actor(world.root.user(), world.root.name(), world.root.roles(), world.root.teamIds(),
                world.root.ledTeamIds(), java.time.ZoneId.of("Pacific/Kiritimati"), world.root.locale());
        assertEquals("2026-06", world.reports.missedSales(world.root, World.query(9, "groupBy", "month")).groups().get(0).key());
        MissedSales there = world.reports.missedSales(east, World.query(9, "groupBy", "month"));
        assertEquals("2026-07", there.groups().get(0).key());
        requireRows(east, there.groups().get(0).figure());
    }

    @Test
    public void time_in_stage_is_median_and_average_of_the_stays() {
        for (int hours : new int[] {1, 2, 9}) {
            Opportunity card = world.makeIn(World.QUALIFIED);
            world.crm.clock().advance(Duration.ofHours(hours));
            world.opportunities.move(Call.of(world.root), card.id(), MoveRequest.to(World.PROPOSITION));
        }
        PipelineReport.StageTime time = world.reports.pipeline(world.root, World.query(9)).timeInStage().stream()
                .filter(one -> one.stage().id() == World.QUALIFIED).findFirst().orElseThrow();
        assertEquals(3, time.stays());
        assertEquals(Long.valueOf(2 * 3600), time.medianSeconds());
        assertEquals(Long.valueOf(4 * 3600), time.averageSeconds());
        PipelineReport.FunnelStep step = world.reports.pipeline(world.root, World.query(9)).funnel().stream()
                .filter(one -> one.stage().id() == World.QUALIFIED).findFirst().orElseThrow();
        assertEquals(new BigDecimal("1.0000"), step.conversion());
    }

    private PipelineReport.FunnelStep step(long stage) {
        return world.reports.pipeline(world.root, World.query(9)).funnel().stream().filter(one -> one.stage().id() == stage)
                .findFirst().orElseThrow();
    }

    private List<PipelineReport.StageTime> times() {
        return world.reports.pipeline(world.root, World.query(9)).timeInStage().stream().filter(time -> time.stays() > 0).toList();
    }

    @Test
    public void P19_an_undone_move_neither_entered_nor_left() {
        Opportunity card = world.makeIn(World.QUALIFIED);
        world.crm.clock().advance(Duration.ofHours(2));
        Answer<Opportunity> moved = world.opportunities.move(Call.of(world.ann), card.id(), MoveRequest.to(World.PROPOSITION));
        assertEquals(1, step(World.PROPOSITION).entered().count());
        assertEquals(1, step(World.QUALIFIED).wentOn().count());
        world.crm.undos().undo(world.ann, moved.undo().token());

        assertEquals(0, step(World.PROPOSITION).entered().count());
        assertEquals(1, requireRows(world.root, step(World.QUALIFIED).entered()).size());
        assertEquals(0, requireRows(world.root, step(World.QUALIFIED).wentOn()).size());
        assertEquals(List.of(), times());
        assertEquals(List.of(), rows(world.root, "entered=" + World.PROPOSITION));
        assertEquals(List.of(), rows(world.root, "left=" + World.QUALIFIED));
        assertEquals("the history keeps both", 3, world.opportunities.history(world.ann, card.id()).size());

        world.crm.clock().advance(Duration.ofHours(1));
        world.opportunities.move(Call.of(world.ann), card.id(), MoveRequest.to(World.PROPOSITION));
        assertEquals(List.of(3L * 3600), times().stream().map(PipelineReport.StageTime::medianSeconds).toList());
        assertEquals(1, step(World.QUALIFIED).wentOn().count());
    }

    @Test
    public void a_deleted_stage_keeps_its_name_in_reports() {
        long audit = world.stages.create(Call.of(world.mia), new NewStage("Audit", "normal", 35, 50, null, null, null)).id();
        long unused = world.stages.create(Call.of(world.mia), new NewStage("Unused", "normal", 36, 50, null, null, null)).id();
        Opportunity lost = world.makeIn(audit);
        Opportunity moved = world.makeIn(audit);
        world.crm.clock().advance(Duration.ofHours(1));
        world.opportunities.move(Call.of(world.ann), moved.id(), MoveRequest.to(World.PROPOSITION));
        lose(Call.of(world.ann), lost.id(), World.NO_BUDGET);
        world.stages.delete(Call.of(world.mia), audit, null);
        world.stages.delete(Call.of(world.mia), unused, null);

        assertTrue("no board shows it", world.board(world.root).columns().stream().noneMatch(column -> column.stage().id() == audit));
        assertEquals(List.of("Audit"), world.reports.missedSales(world.root, World.query(9, "groupBy", "stage")).groups().stream()
                .map(group -> group.label()).toList());
        assertEquals(2, step(audit).entered().count());
        assertEquals(List.of("Audit"), times().stream().map(time -> time.stage().name()).toList());
        assertThrows(CrmException.class, () -> world.stages.get(world.mia, unused));
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    @Test
    public void sums_of_the_largest_amounts_are_told_everywhere() {
        Money largest = euros("999999999999999.99");
        List<Opportunity> cards = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            cards.add(world.make(World.of("Deal " + i, World.QUALIFIED, 1L, 1L, largest)));
        }
        List<Money> sum = List.of(euros("11999999999999999.88"));
        List<Money> weighted = List.of(euros("4799999999999999.95"));
        BoardColumn column = world.column(world.ann, World.QUALIFIED);
        assertEquals(sum, column.sum());
        assertEquals(weighted, column.weighted());
        assertEquals(sum, world.column(world.ann, World.QUALIFIED, "q", "deal").sum());
        assertEquals(sum, world.boards.column(world.ann, World.QUALIFIED, World.query(5)).sum());
        assertEquals(sum, world.reports.summary(world.ann, World.query(9)).open().sum());
        PipelineReport report = world.reports.pipeline(world.ann, World.query(9));
        assertEquals(sum, report.forecast().get(0).figure().sum());
        assertEquals(weighted, report.forecast().get(0).weighted());
        assertEquals(sum, report.funnel().stream()
                .filter(step -> step.stage().id() == World.QUALIFIED).findFirst().orElseThrow().entered().sum());
        world.totals.run(java.time.Instant.EPOCH);
        world.requireRightTotals();

        cards.forEach(card -> lose(Call.of(world.ann), card.id(), World.NO_BUDGET));
        assertEquals(sum, world.reports.missedSales(world.ann, World.query(9)).total().sum());
        assertEquals(sum, world.reports.pipeline(world.ann, World.query(9)).winRate().total().lost().sum());
        world.totals.run(java.time.Instant.EPOCH);
        world.requireRightTotals();
    }

    @Test
    public void one_amount_beyond_its_limit_is_refused_by_name() {
        Money tooMuch = euros("1000000000000000");
        CrmException e = assertThrows(CrmException.class, () -> world.make(World.of("Deal", null, 1L, 1L, tooMuch)));
        assertEquals(List.of("expectedRevenue too_large"), e.fields().stream().map(f -> f.field() + " " + f.code()).toList());
        Opportunity card = world.make("Deal");
        CrmException edit = assertThrows(CrmException.class, () -> world.opportunities.update(Call.of(world.ann), card.id(),
                new MergePatch(Map.of("expectedRevenue", Map.of("amount", "1e999999999", "currency", "EUR")))));
        assertEquals("too_large", edit.fields().get(0).code());
    }

    @Test
    public void nothing_to_report_is_no_failure() {
        assertEquals(0, world.reports.missedSales(world.ann, World.query(9, "groupBy", "month")).total().count());
        assertNull(world.reports.pipeline(world.ann, World.query(9)).winRate().total().rate());
    }

    @Test
    public void wrong_questions_are_refused_by_name() {
        for (String[] query : new String[][] {{"groupBy", "colour"}, {"from", "yesterday"}, {"from", "2026-02-02", "to", "2026-02-01"},
            {"stage", "1"}}) {
            CrmException e = assertThrows(CrmException.class, () -> world.reports.missedSales(world.root, World.query(9, query)));
            assertEquals(List.of(query[query.length - 2]), e.fields().stream().map(field -> field.field()).collect(Collectors.toList()));
        }
    }
}
