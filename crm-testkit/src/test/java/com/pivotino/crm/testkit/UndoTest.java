package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.Role;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.event.Reaction;
import com.pivotino.crm.api.event.UndoneAct;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** P19 in the runtime: the offer, the window, the steps, and listeners that wait for what is settled. */
@RunWith(Parameterized.class)
public class UndoTest {

    @EventType("testing.Moved")
    public record Moved(int number) {
    }

    /** What the stand-in bundle keeps. */
    public record Earlier(int was) {
    }

    record Undone(String undoneCauseId, boolean lead, Steps steps) {
    }

    record Steps(List<Earlier> testing) {
    }

    private static final RecordRef RECORD = RecordRef.opportunity(7);
    private static final RecordRef OTHER = RecordRef.opportunity(8);
    private static final Actor ANN = user(3, Role.SALESPERSON);
    private static final Actor BEN = user(4, Role.MANAGER);
    private static final Actor ADMIN = user(1, Role.ADMIN);

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private final List<Integer> restored = Collections.synchronizedList(new ArrayList<>());
    private final List<String> settled = new ArrayList<>();
    private final List<String> live = new ArrayList<>();
    private final Reaction undoing = (event, transaction) -> {
        Undone undone = event.body(Undone.class);
        if (undone.steps().testing() != null) {
            undone.steps().testing().forEach(step -> restored.add(step.was()));
            transaction.publish(event.record(), new Moved(-1));
        }
    };
    private CrmHarness crm;

    public UndoTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database);
        crm.reaction("undoing", 0, new String[] {"runtime.ActUndone"}, undoing);
        crm.settledListener("mail", new String[] {"*"}, event -> settled.add(event.type() + numberOf(event)));
        crm.listener("live", new String[] {"testing.*"}, event -> live.add(event.type() + numberOf(event)));
    }

    @After
    public void stop() {
        crm.close();
    }

    @Test
    public void P19_steps_come_back_last_first_and_only_once() {
        Answer<Integer> act = move(ANN, 10, 1, 2);
        Answer<UndoneAct> undone = crm.undos().undo(ANN, act.undo().token());
        assertEquals(List.of(2, 1), restored);
        assertEquals(List.of(RECORD, OTHER), undone.value().records());
        assertEquals(act.causeId(), undone.value().undoneCauseId());
        assertNull(undone.undo());
        assertEquals(undone.value(), crm.undos().undo(ANN, act.undo().token()).value());
        assertEquals(List.of(2, 1), restored);
    }

    @Test
    public void P19_nothing_is_offered_without_a_window_a_user_or_an_effect() {
        assertNull(move(ANN, 0, 1).undo());
        assertNull(move(Actor.system(ZoneOffset.UTC), 10, 1).undo());
        assertNull(crm.acts().run(Act.of(ANN, RECORD).undoable(10), transaction -> 0).undo());
        assertEquals(0, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_undo"));
        assertEquals(0, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_undo_step"));
    }

    @Test
    public void P19_the_window_goes_by_the_products_clock() {
        Answer<Integer> act = move(ANN, 10, 1);
        assertEquals(crm.clock().instant().plusSeconds(10), act.undo().until());
        crm.clock().advance(Duration.ofSeconds(10));
        assertEquals(CrmException.Kind.CONFLICT, refusal(ANN, act));
        assertEquals(List.of(), restored);
    }

    @Test
    public void P19_only_who_acted_or_an_administrator_may() {
        Answer<Integer> act = move(ANN, 10, 1);
        assertEquals(CrmException.Kind.NOT_FOUND, refusal(BEN, act));
        assertEquals(CrmException.Kind.NOT_FOUND, assertThrows(CrmException.class,
                () -> crm.undos().undo(ANN, "no-such-token")).kind());
        crm.undos().undo(ADMIN, act.undo().token());
        assertEquals(List.of(1), restored);
    }

    @Test
    public void P19_a_refusing_bundle_leaves_everything_as_it_was() {
        Answer<Integer> act = move(ANN, 10, 1);
        Reaction refusing = (event, transaction) -> {
            throw CrmException.conflict("conflict", "Somebody was faster.");
        };
        crm.reaction("refusing", -1, new String[] {"runtime.ActUndone"}, refusing);
        assertEquals(CrmException.Kind.CONFLICT, refusal(ANN, act));
        assertEquals("open", state());
        crm.remove(refusing);
        crm.undos().undo(ANN, act.undo().token());
        assertEquals("undone", state());
    }

    @Test
    public void P19_undone_twice_at_once_has_one_effect() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 10; round++) {
                restored.clear();
                Answer<Integer> act = move(ANN, 10, round);
                CyclicBarrier together = new CyclicBarrier(4);
                List<Future<Answer<UndoneAct>>> answers = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    answers.add(clients.submit(() -> {
                        together.await(20, TimeUnit.SECONDS);
                        return crm.undos().undo(ANN, act.undo().token());
                    }));
                }
                for (Future<Answer<UndoneAct>> answer : answers) {
                    assertEquals(act.causeId(), answer.get(60, TimeUnit.SECONDS).value().undoneCauseId());
                }
                assertEquals(1, Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_event WHERE undoes = '"
                        + act.causeId() + "' AND type = 'testing.Moved'"));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    public void P19_a_dry_run_promises_the_same_and_keeps_nothing() {
        Answer<Integer> act = crm.requests().within(true, () -> move(ANN, 10, 1));
        assertNotNull(act.undo());
        assertEquals(CrmException.Kind.NOT_FOUND, refusal(ANN, act));
        Answer<Integer> done = move(ANN, 10, 2);
        crm.requests().within(true, () -> crm.undos().undo(ANN, done.undo().token()));
        assertEquals("open", state());
    }

    @Test
    public void P19_a_settled_listener_waits_for_the_window_and_keeps_the_order() {
        move(ANN, 10, 1);
        move(ANN, 0, 2);
        crm.deliverAll();
        assertEquals(List.of("testing.Moved1", "testing.Moved2"), live);
        assertEquals(List.of(), settled);
        crm.clock().advance(Duration.ofSeconds(9));
        crm.deliverAll();
        assertEquals(List.of(), settled);
        crm.clock().advance(Duration.ofSeconds(1));
        crm.deliverAll();
        assertEquals(List.of("testing.Moved1", "testing.Moved2"), settled);
    }

    @Test
    public void P19_a_settled_listener_never_hears_of_what_was_undone() {
        Answer<Integer> act = move(ANN, 10, 1);
        crm.deliverAll();
        crm.undos().undo(ANN, act.undo().token());
        move(ANN, 0, 2);
        crm.clock().advance(Duration.ofMinutes(1));
        crm.deliverAll();
        assertEquals(List.of("testing.Moved2"), settled);
        assertEquals(List.of("testing.Moved1", "testing.Moved-1", "testing.Moved2"), live);
    }

    @Test
    public void P19_what_was_told_cannot_be_undone_any_more() {
        Answer<Integer> act = move(ANN, 10, 1);
        crm.clock().advance(Duration.ofSeconds(10));
        crm.deliverAll();
        assertEquals("settled", state());
        crm.clock().set(act.undo().until().minusSeconds(5));
        assertEquals(CrmException.Kind.CONFLICT, refusal(ANN, act));
    }

    @Test
    public void P19_a_bundle_that_was_away_hears_nothing_of_what_was_done_and_undone() {
        List<String> heard = new ArrayList<>();
        Reaction away = (event, transaction) -> heard.add(event.type() + numberOf(event));
        crm.reaction("away", 0, new String[] {"testing.*"}, away);
        crm.remove(away);
        Answer<Integer> act = move(ANN, 10, 1);
        crm.undos().undo(ANN, act.undo().token());
        move(ANN, 10, 2);
        crm.reaction("away", 0, new String[] {"testing.*"}, away);
        assertFalse(heard.toString(), heard.contains("testing.Moved1"));
        assertEquals(List.of("testing.Moved-1", "testing.Moved2"), heard);
    }

    @Test
    public void P19_what_a_returning_bundle_made_up_for_within_the_window_is_undone_too() {
        Reaction late = (event, transaction) -> transaction.undoStep(event.record(), "testing", new Earlier(77));
        crm.reaction("late", 0, new String[] {"testing.*"}, late);
        crm.remove(late);
        Answer<Integer> act = move(ANN, 10, 1);
        crm.reaction("late", 0, new String[] {"testing.*"}, (event, transaction) -> {
            if (event.undoUntil() != null) {
                transaction.undoStep(event.record(), "testing", new Earlier(77));
                transaction.publish(RecordRef.opportunity(9), new EmptyNote());
            }
        });
        crm.undos().undo(ANN, act.undo().token());
        assertEquals(List.of(77, 1), restored);
    }

    @EventType("noted.Empty")
    public record EmptyNote() {
    }

    private Answer<Integer> move(Actor actor, int window, int... numbers) {
        return crm.acts().run(Act.of(actor, RECORD, OTHER).undoable(window), transaction -> {
            for (int number : numbers) {
                transaction.undoStep(RECORD, "testing", new Earlier(number));
                transaction.publish(RECORD, new Moved(number));
            }
            if (numbers.length > 1) {
                transaction.publish(OTHER, new Moved(0));
            }
            return 0;
        });
    }

    private CrmException.Kind refusal(Actor actor, Answer<?> act) {
        return assertThrows(CrmException.class, () -> crm.undos().undo(actor, act.undo().token())).kind();
    }

    private String state() {
        for (String state : List.of("open", "undone", "settled")) {
            if (Sql.number(crm.dataSource(), "SELECT COUNT(*) FROM rt_undo WHERE state = '" + state + "'") == 1) {
                return state;
            }
        }
        throw new AssertionError("none or several");
    }

    private static String numberOf(DomainEvent event) {
        return event.type().startsWith("testing.") ? String.valueOf(event.body(Moved.class).number()) : "";
    }

    private static Actor user(long id, Role role) {
        return new Actor(PersonRef.user(id), "User " + id, Set.of(role), Set.of(1L), Set.of(), ZoneOffset.UTC, Locale.ENGLISH);
    }
}
