package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Effect;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.Transaction;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Reactions: inside the act, by rank, with hops; away and back; missed, tried again, parked. */
@RunWith(Parameterized.class)
public class ReactionTest {

    @EventType("testing.Numbered")
    public record Numbered(int number) {
    }

    @EventType("other.Followed")
    public record Followed(int number) {
    }

    private static final RecordRef RECORD = RecordRef.opportunity(7);
    private static final Actor ANN = new Actor(PersonRef.user(3), "Ann", Set.of(Role.SALESPERSON), Set.of(1L), Set.of(),
            ZoneOffset.UTC, Locale.ENGLISH);
    private static final String[] NUMBERED = {"testing.*"};

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private final List<Integer> heard = new CopyOnWriteArrayList<>();
    private CrmHarness crm;

    public ReactionTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database);
    }

    @After
    public void stop() {
        crm.close();
    }

    @Test
    public void reactions_run_depth_first_by_ranking_with_one_cause_and_growing_hops() {
        List<String> order = new ArrayList<>();
        crm.reaction("low", -5, new String[] {"*"}, (event, tx) -> order.add("low " + event.type() + " " + event.hop()));
        crm.reaction("high", 5, NUMBERED, (event, tx) -> {
            order.add("high " + tx.cause() + " " + tx.actor().name());
            tx.publish(RECORD, new Followed(1));
            tx.effect(new Effect("followed", RECORD, "It was followed."));
        });
        var answer = crm.acts().run(Act.of(ANN, "drag", Set.of(RECORD)), tx -> tx.publish(RECORD, new Numbered(1)));
        assertEquals(List.of("high automation Ann", "low other.Followed 1", "low testing.Numbered 0"), order);
        assertEquals(1, answer.effects().size());
        assertEquals(answer.causeId(), answer.value().causeId());
        assertEquals("drag", answer.value().cause());
        assertEquals(2, events("cause_id = '" + answer.causeId() + "'"));
        assertEquals(1, events("type = 'other.Followed' AND hop = 1 AND cause = 'automation' AND actor_id = 3"));
    }

    @Test
    public void reactions_in_a_circle_are_cut_and_nothing_is_kept() {
        crm.reaction("circle", 0, NUMBERED, (event, tx) ->
                tx.publish(RECORD, new Numbered(event.body(Numbered.class).number() + 1)));
        CrmException refused = assertThrows(CrmException.class, () -> act(1));
        assertTrue(refused.getMessage(), refused.getMessage().contains("circle"));
        assertEquals(0, events("1 = 1"));
    }

    @Test
    public void a_failure_names_the_reaction_and_a_refusal_goes_through_as_it_is() {
        crm.reaction("breaks", 0, NUMBERED, (event, tx) -> {
            if (event.body(Numbered.class).number() == 1) {
                throw new IllegalStateException("internal detail");
            }
            throw CrmException.refused("lost_reason_required", "A reason is needed.", List.of());
        });
        CrmException broken = assertThrows(CrmException.class, () -> act(1));
        assertTrue(broken.getMessage(), broken.getMessage().contains("breaks"));
        assertTrue(broken.getMessage(), !broken.getMessage().contains("internal detail"));
        assertEquals("lost_reason_required", assertThrows(CrmException.class, () -> act(2)).code());
    }

    /** A trusted reaction is part of the act: it can refuse one, and can harm no other. */
    @Test
    public void whatever_a_trusted_reaction_does_its_act_is_refused_as_a_whole_and_the_next_one_stands() {
        List<Consumer<Transaction>> ways = List.of(tx -> {
            throw new IllegalStateException("throws");
        }, tx -> {
            throw new LinkageError("a class of its own is missing");
        }, tx -> deeper(1), tx -> ReactionTest.<RuntimeException>sneak(new IOException("checked, past the compiler")), tx -> {
            throw new OutOfMemoryError("allocates");
        }, tx -> tx.publish(null, null), tx -> tx.publish(RECORD, new Undeclared()), tx -> {
            try {
                crm.acts().run(Act.of(ANN), inner -> {
                    throw new IllegalStateException("swallowed");
                });
            } catch (IllegalStateException e) {
                tx.effect(new Effect("nonsense", RECORD, e.getMessage()));
            }
        });
        int[] way = new int[1];
        crm.reaction("saboteur", 0, NUMBERED, (event, tx) -> {
            if (event.body(Numbered.class).number() == 1) {
                ways.get(way[0]).accept(tx);
            }
        });
        for (way[0] = 0; way[0] < ways.size(); way[0]++) {
            assertThrows("way " + way[0], RuntimeException.class, () -> act(1));
            assertEquals("nothing of it is kept", way[0], events("1 = 1"));
            act(2);
        }
    }

    @Test
    public void a_trusted_reaction_that_interrupts_its_thread_interrupts_nothing_else() {
        crm.reaction("interrupts", 0, NUMBERED, (event, tx) -> Thread.currentThread().interrupt());
        act(1);
        assertFalse(Thread.currentThread().isInterrupted());
        act(2);
        assertEquals(2, events("1 = 1"));
    }

    private static int deeper(int depth) {
        return depth + deeper(depth + 1);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception e) throws E {
        throw (E) e;
    }

    private record Undeclared() {
    }

    @Test
    public void one_that_is_away_hears_of_all_on_its_return_in_order_and_in_the_name_of_who_acted() {
        Reaction first = hearing();
        crm.reaction("away", 0, NUMBERED, first);
        act(1);
        crm.remove(first);
        act(2);
        act(3);
        assertEquals(List.of(1), heard);
        List<String> seen = new ArrayList<>();
        crm.reaction("away", 0, NUMBERED, (event, tx) -> {
            hear(event);
            seen.add(tx.actor().name() + " " + tx.cause() + " " + tx.causeId().equals(event.causeId()));
            tx.publish(RECORD, new Followed(event.body(Numbered.class).number()));
        });
        assertEquals(List.of(1, 2, 3), heard);
        assertEquals(List.of("Ann automation true", "Ann automation true"), seen);
        assertEquals(2, events("type = 'other.Followed' AND hop = 1"));
        act(4);
        assertEquals(List.of(1, 2, 3, 4), heard);
        assertEquals(0, missed());
    }

    @Test
    public void a_new_one_begins_with_the_earliest_only_if_it_says_so() {
        act(1);
        crm.reaction("latest", 0, NUMBERED, hearing());
        assertEquals(List.of(), heard);
        crm.reaction(hearing(), Map.of(Reaction.ID, "earliest", Reaction.TYPES, NUMBERED, Reaction.START, "earliest"));
        assertEquals(List.of(1), heard);
    }

    @Test
    public void an_event_that_fails_holds_up_no_other_and_is_parked_at_last() {
        Reaction away = hearing();
        crm.reaction("away", 0, NUMBERED, away);
        crm.remove(away);
        for (int i = 1; i <= 5; i++) {
            act(i);
        }
        crm.reaction("away", 0, NUMBERED, (event, tx) -> {
            if (event.body(Numbered.class).number() == 3) {
                throw new IllegalStateException("not this one");
            }
            tx.publish(RECORD, new Followed(event.body(Numbered.class).number()));
            hear(event);
        });
        // The first four were heard together, rolled back with the third, and heard again one by one.
        assertEquals(List.of(1, 2, 4, 5), heard.subList(2, heard.size()));
        assertEquals(4, events("type = 'other.Followed'"));
        for (int seconds : new int[] {1, 10, 60, 600, 3600}) {
            assertEquals(0, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_missed WHERE parked = TRUE"));
            crm.clock().advance(Duration.ofSeconds(seconds));
            crm.tick();
        }
        assertEquals(1, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_missed WHERE parked = TRUE AND tries = 6"));
    }

    @Test
    public void thousands_of_missed_events_are_caught_up_with_quickly() {
        Reaction away = hearing();
        crm.reaction("away", 0, NUMBERED, away);
        crm.remove(away);
        crm.acts().run(Act.of(ANN), tx -> {
            IntStream.rangeClosed(1, 5000).forEach(i -> tx.publish(RecordRef.opportunity(i), new Numbered(i)));
            return null;
        });
        long start = System.nanoTime();
        crm.reaction("away", 0, NUMBERED, hearing());
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        assertEquals(IntStream.rangeClosed(1, 5000).boxed().toList(), heard);
        assertTrue("5000 events took " + milliseconds + " ms", milliseconds < 60_000);
    }

    @Test
    public void coming_and_going_under_load_neither_loses_nor_repeats_an_event() throws Exception {
        int acts = 300;
        Reaction[] current = {hearing()};
        crm.reaction("flaps", 0, NUMBERED, current[0]);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 1; i <= acts; i++) {
            int number = i;
            done.add(threads.submit(() -> crm.acts().run(Act.of(ANN), tx ->
                    tx.publish(RecordRef.opportunity(number), new Numbered(number)))));
        }
        for (int i = 0; i < 20; i++) {
            crm.remove(current[0]);
            current[0] = hearing();
            crm.reaction("flaps", 0, NUMBERED, current[0]);
        }
        for (Future<?> one : done) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        crm.tick();
        assertEquals(0, missed());
        assertEquals(acts, new HashSet<>(heard).size());
        assertEquals(acts, heard.size());
    }

    @Test
    public void what_another_node_without_the_reaction_missed_is_made_up_for_here() {
        crm.reaction("here", 0, NUMBERED, hearing());
        try (CrmHarness other = crm.node()) {
            other.acts().run(Act.of(ANN), tx -> tx.publish(RECORD, new Numbered(1)));
            assertEquals(List.of(), heard);
            crm.tick();
            assertEquals(List.of(1), heard);
        }
    }

    @Test
    public void types_of_a_new_version_are_noted_by_a_node_with_the_old_one_and_heard_here() {
        try (CrmHarness other = crm.node()) {
            Reaction old = (event, tx) -> {
                throw new AssertionError("The old version does not know " + event.type());
            };
            other.reaction("grows", 0, new String[] {"test.Followed"}, old);
            crm.reaction("grows", 0, new String[] {"test.Followed", NUMBERED[0]}, hearing());
            other.tick();
            other.acts().run(Act.of(ANN), tx -> tx.publish(RECORD, new Numbered(1)));
            other.tick();
            assertEquals(List.of(), heard);
            crm.tick();
            assertEquals(List.of(1), heard);
        }
    }

    @Test
    public void types_of_a_new_version_begin_with_the_earliest_if_it_says_so() {
        act(1);
        crm.reaction((event, tx) -> { }, Map.of(Reaction.ID, "grows", Reaction.TYPES, "test.Followed", Reaction.START, "earliest"));
        act(2);
        crm.reaction(hearing(), Map.of(Reaction.ID, "grows", Reaction.TYPES, new String[] {"test.Followed", NUMBERED[0]},
                Reaction.START, "earliest", "service.ranking", 1));
        assertEquals(List.of(1, 2), heard);
    }

    @Test
    public void no_act_waits_long_while_one_that_begins_with_the_earliest_arrives() throws Exception {
        for (int i = 0; i < 30; i++) {
            List<Integer> numbers = java.util.stream.IntStream.range(i * 100, i * 100 + 100).boxed().toList();
            crm.acts().run(Act.of(ANN), tx -> {
                numbers.forEach(number -> tx.publish(RECORD, new Numbered(number)));
                return null;
            });
        }
        AtomicLong longest = new AtomicLong();
        AtomicBoolean arrived = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            while (!arrived.get()) {
                long begun = System.nanoTime();
                crm.acts().run(Act.of(ANN), tx -> null);
                longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
            }
        });
        writer.start();
        crm.reaction(hearing(), Map.of(Reaction.ID, "all", Reaction.TYPES, NUMBERED, Reaction.START, "earliest"));
        arrived.set(true);
        writer.join();
        assertEquals(3000, heard.size());
        // Fifty milliseconds for the gate; the rest is for a busy machine and the act itself.
        assertTrue("An act took " + longest.get() / 1_000_000 + " ms", longest.get() < 1_000_000_000L);
    }

    @Test
    public void a_new_one_hears_also_of_what_another_node_did_before_it_knew() {
        try (CrmHarness other = crm.node()) {
            crm.reaction(hearing(), Map.of(Reaction.ID, "new", Reaction.TYPES, NUMBERED, Reaction.START, "earliest"));
            other.acts().run(Act.of(ANN), tx -> tx.publish(RECORD, new Numbered(1)));
            crm.tick();
            assertEquals(List.of(), heard);
            crm.clock().advance(Duration.ofSeconds(61));
            crm.tick();
            assertEquals(List.of(1), heard);
        }
    }

    @Test
    public void a_transaction_that_was_kept_is_of_no_use() {
        List<Transaction> kept = new ArrayList<>();
        crm.acts().run(Act.of(ANN), tx -> kept.add(tx));
        assertThrows(IllegalStateException.class, () -> kept.get(0).publish(RECORD, new Numbered(1)));
    }

    private Reaction hearing() {
        return new Reaction() {
            @Override
            public void react(DomainEvent event, Transaction transaction) {
                hear(event);
            }
        };
    }

    private void hear(DomainEvent event) {
        heard.add(event.body(Numbered.class).number());
    }

    private void act(int... numbers) {
        Arrays.stream(numbers).forEach(number -> crm.acts().run(Act.of(ANN, RECORD), tx ->
                tx.publish(RECORD, new Numbered(number))));
    }

    private long events(String where) {
        return Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_event WHERE " + where);
    }

    private long missed() {
        return Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_missed");
    }
}
