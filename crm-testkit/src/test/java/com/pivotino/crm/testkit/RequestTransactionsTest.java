package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Transaction;
import com.pivotino.crm.api.internal.RequestTransactions.Claim;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.transaction.Status;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The transaction of a request begins with its first act (ADR 0002): nothing that is read, received or asked is inside. */
@RunWith(Parameterized.class)
public class RequestTransactionsTest {

    private static final RecordRef RECORD = RecordRef.opportunity(7);
    private static final int CROWD = 60;

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private final List<String> told = new ArrayList<>();
    private CrmHarness crm;
    private JpaTemplate jpa;

    public RequestTransactionsTest(Database database) {
        this.database = database;
    }

    @Before
    public void start() {
        crm = CrmHarness.start(database, new ModuleUnit("sample", Thing.class.getClassLoader()));
        jpa = crm.jpa("crm-sample");
    }

    @After
    public void stop() {
        crm.close();
    }

    @Test
    public void what_comes_before_the_first_act_is_outside_of_any_transaction() {
        crm.requests().within(claim(), () -> {
            assertEquals(Status.STATUS_NO_TRANSACTION, status());
            act(tx -> told.add("act"));
            assertEquals(Status.STATUS_ACTIVE, status());
            return "answer";
        });
        assertEquals(Status.STATUS_NO_TRANSACTION, status());
        assertEquals(List.of("take", "act", "keep answer"), told);
    }

    @Test
    public void a_moment_lasts_until_something_is_committed_or_the_clock_goes_on() {
        if (database == Database.H2) {
            assertNull(crm.requests().moment());
            return;
        }
        String before = crm.requests().moment();
        crm.acts().read(this::names);
        assertEquals("reading changes nothing", before, crm.requests().moment());
        assertThrows(CrmException.class, () -> act(tx -> {
            persist("refused");
            throw CrmException.conflict("conflict", "no");
        }));
        create("card");
        String after = crm.requests().moment();
        assertNotEquals(before, after);
        crm.clock().advance(Duration.ofSeconds(1));
        assertNotEquals(after, crm.requests().moment());
    }

    @Test
    public void what_was_read_before_the_act_is_read_again_inside() {
        long id = create("card");
        assertThrows(CrmException.class, () -> crm.requests().within(claim(), () -> {
            assertEquals("0", crm.acts().read(() -> String.valueOf(find(id).number())));
            elsewhere(() -> delete(id));
            act(tx -> {
                if (find(id) == null) {
                    throw CrmException.notFound("The card");
                }
                return null;
            });
            return "answer";
        }));
        assertEquals(List.of("take"), told);
    }

    @Test
    public void slow_questions_of_many_requests_hold_no_connection() throws Exception {
        CountDownLatch asked = new CountDownLatch(CROWD);
        CountDownLatch answered = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(CROWD);
        List<CompletableFuture<String>> requests = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            int number = i;
            requests.add(CompletableFuture.supplyAsync(() -> crm.requests().within(nothing(), () -> {
                asked.countDown();
                await(answered);
                create("slow " + number);
                return "answer";
            }), threads));
        }
        assertTrue("all are asking", asked.await(20, TimeUnit.SECONDS));
        create("quick");
        assertEquals(0, requests.stream().filter(CompletableFuture::isDone).count());
        answered.countDown();
        for (CompletableFuture<String> request : requests) {
            assertEquals("answer", request.get(30, TimeUnit.SECONDS));
        }
        threads.shutdown();
    }

    @Test
    public void a_first_act_that_was_refused_leaves_nothing_and_may_be_followed_by_another() {
        crm.requests().within(claim(), () -> {
            assertThrows(CrmException.class, () -> act(tx -> {
                persist("half");
                throw CrmException.conflict("conflict", "no");
            }));
            assertEquals(Status.STATUS_NO_TRANSACTION, status());
            act(tx -> persist("whole"));
            return "answer";
        });
        assertEquals(List.of("take", "take", "keep answer"), told);
        assertEquals(List.of("whole"), names());
    }

    @Test
    public void a_later_act_that_is_refused_takes_the_first_one_with_it() {
        CrmException refused = assertThrows(CrmException.class, () -> crm.requests().within(claim(), () -> {
            act(tx -> persist("first"));
            assertThrows(CrmException.class, () -> act(tx -> {
                throw CrmException.conflict("conflict", "no");
            }));
            return "answer";
        }));
        assertEquals("no", refused.getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    public void an_answer_without_an_act_is_kept_too() {
        assertEquals("answer", crm.requests().within(claim(), () -> "answer"));
        assertEquals(List.of("take", "keep answer"), told);
    }

    @Test
    public void a_key_that_is_taken_ends_the_act_before_it_has_an_effect() {
        assertThrows(IllegalStateException.class, () -> crm.requests().within(new Claim<String>() {
            @Override
            public void take() {
                throw new IllegalStateException("taken");
            }

            @Override
            public void keep(String answer) {
                told.add("kept");
            }
        }, () -> {
            create("never");
            return "answer";
        }));
        assertEquals(List.of(), told);
        assertEquals(List.of(), names());
    }

    @Test
    public void a_race_that_the_first_act_loses_runs_only_the_act_again() {
        crm.requests().within(claim(), () -> {
            told.add("asked");
            act(tx -> {
                told.add("act");
                if (told.size() == 3) {
                    throw new RuntimeException(new java.sql.SQLException("deadlock", "40P01"));
                }
                return persist("one");
            });
            return "answer";
        });
        assertEquals(List.of("asked", "take", "act", "take", "act", "keep answer"), told);
        assertEquals(List.of("one"), names());
    }

    @Test
    public void a_race_that_is_lost_at_the_commit_runs_the_whole_request_again() {
        long id = create("counter");
        crm.requests().within(claim(), () -> {
            told.add("asked");
            act(tx -> {
                find(id).count();
                if (told.size() == 2) {
                    elsewhere(() -> crm.acts().run(Act.of(Actor.system(ZoneOffset.UTC)), other -> {
                        find(id).count();
                        return null;
                    }));
                }
                return null;
            });
            return "answer";
        });
        assertEquals(List.of("asked", "take", "keep answer", "asked", "take", "keep answer"), told);
        assertEquals(2L, (long) crm.acts().read(() -> find(id).number()));
    }

    @Test
    public void what_follows_the_commit_is_outside_and_may_act() {
        crm.requests().within(claim(), () -> {
            act(tx -> {
                tx.afterCommit(() -> create("followed " + status()));
                return persist("act");
            });
            return "answer";
        });
        assertEquals(List.of("act", "followed " + Status.STATUS_NO_TRANSACTION), names());
    }

    @Test
    public void bookkeeping_aside_commits_by_itself_and_begins_nothing() {
        assertThrows(CrmException.class, () -> crm.requests().within(claim(), () -> {
            crm.acts().aside(Act.of(Actor.system(ZoneOffset.UTC)), tx -> persist("aside"));
            assertEquals(Status.STATUS_NO_TRANSACTION, status());
            act(tx -> persist("act"));
            throw CrmException.conflict("conflict", "no");
        }));
        assertEquals(List.of("take"), told);
        assertEquals(List.of("aside"), names());
    }

    @Test
    public void a_dry_run_begins_as_late_and_keeps_nothing() {
        assertEquals("answer", crm.requests().within(true, () -> {
            assertEquals(Status.STATUS_NO_TRANSACTION, status());
            act(tx -> persist("dry"));
            assertEquals(List.of("dry"), names());
            return "answer";
        }));
        assertEquals(List.of(), names());
    }

    private Claim<String> claim() {
        return new Claim<>() {
            @Override
            public void take() {
                assertEquals(Status.STATUS_ACTIVE, status());
                told.add("take");
            }

            @Override
            public void keep(String answer) {
                assertEquals(Status.STATUS_ACTIVE, status());
                told.add("keep " + answer);
            }
        };
    }

    private static Claim<String> nothing() {
        return new Claim<>() {
            @Override
            public void take() {
                // No key.
            }

            @Override
            public void keep(String answer) {
                // No answer.
            }
        };
    }

    private <T> T act(Function<Transaction, T> work) {
        return crm.acts().run(Act.of(Actor.system(ZoneOffset.UTC), RECORD), work).value();
    }

    private Object persist(String name) {
        jpa.tx(TransactionType.Required, em -> em.persist(new Thing(name)));
        return null;
    }

    private long create(String name) {
        return crm.acts().run(Act.of(Actor.system(ZoneOffset.UTC)), tx -> jpa.txExpr(TransactionType.Required, em -> {
            Thing thing = new Thing(name);
            em.persist(thing);
            return thing.id();
        })).value();
    }

    private Object delete(long id) {
        return crm.acts().run(Act.of(Actor.system(ZoneOffset.UTC)), tx -> jpa.txExpr(TransactionType.Required, em -> {
            em.remove(em.find(Thing.class, id));
            return null;
        }));
    }

    private Thing find(long id) {
        return jpa.txExpr(TransactionType.Required, em -> em.find(Thing.class, id));
    }

    private List<String> names() {
        return crm.acts().read(() -> jpa.txExpr(TransactionType.Required,
                em -> em.createQuery("SELECT t.name FROM Thing t ORDER BY t.id", String.class).getResultList()));
    }

    private int status() {
        try {
            return crm.transactions().getStatus();
        } catch (javax.transaction.SystemException e) {
            throw new AssertionError(e);
        }
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
