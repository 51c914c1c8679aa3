package com.pivotino.crm.pipeline.internal.service;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.pipeline.BoardColumn;
import com.pivotino.crm.api.pipeline.ImportedOpportunity;
import com.pivotino.crm.api.pipeline.HistoryEntry;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.RestoreRequest;
import com.pivotino.crm.api.pipeline.WonRequest;
import com.pivotino.crm.api.rest.MergePatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.After;
import org.junit.Test;

public class TotalsTest extends OnWorld {

    @After
    public void totalsAreRight() {
        world.requireRightTotals();
    }

    private static final int THREADS = 8;
    private static final int ACTS = 25;

    @Test
    public void figures_stay_exact_while_eight_threads_work_and_one_folds() throws Exception {
        List<Long> cards = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cards.add(world.make(World.of("Deal " + i, World.QUALIFIED, 1L, 1L, euro("10." + i))).id());
        }
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS + 2);
        List<Future<?>> running = new ArrayList<>();
        Future<?> folding = pool.submit(() -> {
            while (!over.get()) {
                world.totals.run(Instant.EPOCH);
            }
            return null;
        });
        Future<?> looking = pool.submit(() -> {
            while (!over.get()) {
                world.requireRightTotals();
            }
            return null;
        });
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            running.add(pool.submit(() -> {
                for (int n = 0; n < ACTS; n++) {
                    act(random, cards.get(random.nextInt(cards.size())));
                }
                return null;
            }));
        }
        for (Future<?> future : running) {
            future.get();
        }
        over.set(true);
        folding.get();
        looking.get();
        pool.shutdown();
        world.requireRightTotals();
        BigDecimal sum = BigDecimal.ZERO;
        for (BoardColumn column : world.board(world.ann).columns()) {
            assertEquals(column, world.column(world.ann, column.stage().id(), "q", ""));
            sum = column.sum().stream().map(Money::amount).reduce(sum, BigDecimal::add);
        }
        BigDecimal truth = cards.stream().map(id -> world.get(id).expectedRevenue().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal added = world.opportunities.list(world.ann, World.query(200, "q", "extra")).items().stream()
                .map(deal -> deal.expectedRevenue().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(truth.add(added), sum);
    }

    private void act(Random random, long id) {
        Call call = Call.of(world.ann);
        switch (random.nextInt(6)) {
            case 0 -> world.opportunities.win(call, id, new WonRequest(null));
            case 1 -> lose(call, id);
            case 2 -> world.opportunities.restore(call, id, new RestoreRequest(null));
            case 3 -> world.opportunities.update(call, id, new MergePatch(Map.of("expectedRevenue",
                    Map.of("amount", random.nextInt(1000) + ".50"))));
            case 4 -> world.make(World.of("extra", World.NEW, 1L, 1L, euro("3.33")));
            default -> world.opportunities.move(call, id, MoveRequest.to(World.NEW + random.nextInt(4)));
        }
    }

    private void lose(Call call, long id) {
        if (!world.get(id).outcome().equals("lost")) {
            world.opportunities.lose(call, id, new LostRequest(World.NO_BUDGET, null, null, null));
        }
    }

    @Test
    public void one_of_many_at_once_wins_and_the_others_change_nothing() throws Exception {
        long id = world.makeIn(World.QUALIFIED).id();
        world.events.clear();
        together(() -> world.opportunities.win(Call.of(world.ann), id, new WonRequest(null)));
        assertEquals(List.of("pipeline.OpportunityWon"), world.told());
        assertEquals(3, world.opportunities.history(world.ann, id).size());
        assertEquals(2, world.get(id).version());
    }

    @Test
    public void P8_two_who_move_one_card_to_two_columns_never_both_win() throws Exception {
        long id = world.makeIn(World.NEW).id();
        List<Object> results = together(new Callable<Object>() {
            private final java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();

            @Override
            public Object call() {
                long target = World.FIRST_ACTIVITY + next.getAndIncrement() % 3;
                try {
                    return world.opportunities.move(new Call(world.ann, "drag", 1L), id, MoveRequest.to(target)).value().stageId();
                } catch (CrmException e) {
                    return e.code();
                }
            }
        });
        long stage = world.get(id).stageId();
        assertEquals(2, world.opportunities.history(world.ann, id).size());
        assertTrue(results.toString(), results.stream().allMatch(r -> r.equals(stage) || r.equals("version_conflict")));
        assertTrue(results.contains("version_conflict"));
    }

    @Test
    public void a_reaction_that_has_a_new_card_written_early_loses_nothing_of_it() {
        Reaction early = (event, tx) -> world.core.join(db -> {
            db.flush();
            return null;
        });
        // once before the first activity is made, once after
        for (int ranking : List.of(1, -2)) {
            world.crm.reaction(early, Map.of(Reaction.ID, "early", Reaction.TYPES, new String[] {"pipeline.OpportunityCreated"},
                    "service.ranking", ranking));
            Opportunity deal = world.opportunities.create(Call.of(world.ann), NewOpportunity.named("Deal")).value();
            world.crm.remove(early);
            assertEquals("First activity", deal.nextActivity().summary());
            assertEquals(deal, world.get(deal.id()));
            assertEquals(1, deal.version());
        }
    }

    @Test
    public void repair_mends_a_damaged_state_while_the_check_tells_of_it() {
        world.make(World.of("a", World.QUALIFIED, 1L, 1L, euro("100")));
        world.make(World.of("b", World.NEW, 1L, null, null));
        world.totals.run(Instant.EPOCH);
        sql("UPDATE pl_total SET n = n + 5, amount = amount - 3.5 WHERE stage_id = 3");
        sql("DELETE FROM pl_total WHERE stage_id = 1");
        sql("INSERT INTO pl_total VALUES (4, 9, 9, 'USD', 1, 1, 1)");
        assertEquals("The board's totals are wrong in 3 places; crm:totals-repair mends them.", world.totals.check());
        assertEquals("Mended the board's totals in 3 places.", world.totals.repair());
        assertEquals("The board's totals were right.", world.totals.repair());
        BoardColumn column = world.column(world.ann, World.QUALIFIED);
        assertEquals(1, column.count());
        assertEquals(List.of(euro("100")), column.sum());
        assertEquals(List.of(), world.column(world.root, World.PROPOSITION).sum());
    }

    @Test
    public void a_refused_act_leaves_the_figures_alone() {
        Opportunity deal = world.make(World.of("a", World.QUALIFIED, 1L, 1L, euro("100")));
        assertThrows(IllegalStateException.class, () -> world.crm.acts().run(Act.of(world.ann), tx -> {
            world.opportunities.win(Call.of(world.ann), deal.id(), new WonRequest(null));
            throw new IllegalStateException("later");
        }));
        assertEquals(1, world.column(world.ann, World.QUALIFIED).count());
        assertEquals(deal, world.get(deal.id()));
    }

    @Test
    public void import_makes_many_with_their_past_in_one_act() {
        List<ImportedOpportunity> rows = new ArrayList<>();
        Instant then = Instant.parse("2017-03-01T00:00:00Z");
        for (int i = 0; i < 30; i++) {
            NewOpportunity what = new NewOpportunity("Row " + i, null, null, null, null, euro("10"),
                    i % 3 == 0 ? World.LOST : i % 3 == 1 ? World.WON : World.NEW, 1L, 1L, null, null, null, null, false,
                    i % 3 == 0 ? World.NO_BUDGET : null, "from the file");
            rows.add(new ImportedOpportunity(what, "K" + i, then, null, i % 3 == 2 ? null : then.plusSeconds(60), true));
        }
        List<Opportunity> made = world.opportunities.createAll(new Call(world.ann, "import", null), rows);
        assertEquals(30, made.size());
        assertEquals(then, made.get(2).createdAt());
        assertEquals(then, made.get(2).stageSince());
        assertEquals(then.plusSeconds(60), made.get(0).closedAt());
        assertEquals("LOST", made.get(0).ribbon());
        assertEquals("No budget", made.get(0).lostReason().name());
        assertEquals(made.get(0), world.get(made.get(0).id()));
        HistoryEntry outcome = world.opportunities.history(world.ann, made.get(0).id()).get(1);
        assertEquals("import", outcome.cause());
        assertEquals(then.plusSeconds(60), outcome.at());
        assertEquals("from the file", outcome.note());
        assertEquals(made.get(29).id(), world.ids(world.ann, World.NEW).get(0).longValue());
        assertEquals(Map.of("K3", made.get(3).id()), world.opportunities.idsByExternalId(List.of("K3", "K99")));
        assertEquals(10, world.column(world.ann, World.WON).count());
        CrmException again = assertThrows(CrmException.class,
                () -> world.opportunities.createAll(new Call(world.ann, "import", null), rows));
        assertEquals("rows[0].externalId", again.fields().get(0).field());
    }

    @Test
    public void P14_import_of_a_lost_one_without_reason_names_the_row_and_makes_none() {
        NewOpportunity lost = new NewOpportunity("x", null, null, null, null, null, World.LOST, 1L, 1L, null, null, null,
                null, false, null, null);
        CrmException refused = assertThrows(CrmException.class, () -> world.opportunities.createAll(
                new Call(world.ann, "import", null), List.of(new ImportedOpportunity(NewOpportunity.named("ok"), null, null,
                null, null, true), new ImportedOpportunity(lost, null, null, null, null, true))));
        assertEquals("lost_reason_required", refused.code());
        assertEquals("rows[1].lostReasonId", refused.fields().get(0).field());
        assertEquals(0, world.opportunities.list(world.root, World.query(50)).items().size());
    }

    private static <T> List<T> together(Callable<T> work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<T> results = new ArrayList<>();
        for (Future<T> future : pool.invokeAll(java.util.Collections.nCopies(THREADS, work))) {
            results.add(future.get());
        }
        pool.shutdown();
        return results;
    }

    private void sql(String sql) {
        world.core.act(Act.of(world.root), (tx, db) -> db.em().createNativeQuery(sql).executeUpdate());
    }

    private static Money euro(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
