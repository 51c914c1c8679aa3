package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.EventType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class HarnessTest {

    @EventType("testing.Happened")
    public record Happened(String what) {
    }

    private static final RecordRef RECORD = RecordRef.opportunity(7);

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private CrmHarness crm;
    private JpaTemplate jpa;

    public HarnessTest(Database database) {
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
    public void a_failing_reaction_rolls_back_the_act_with_its_rows_and_events() throws SQLException {
        List<String> heard = new ArrayList<>();
        crm.reaction("testing.listens", 0, new String[] {"testing.*"}, (event, tx) -> {
            heard.add(event.body(Happened.class).what());
            if (event.body(Happened.class).what().equals("bad")) {
                throw CrmException.conflict("conflict", "no");
            }
        });
        act("good");
        assertThrows(CrmException.class, () -> act("bad"));
        assertEquals(List.of("good", "bad"), heard);
        assertEquals(1, count("rt_event"));
        assertEquals(1, count("sample_thing"));
    }

    @Test
    public void an_act_its_joined_acts_and_its_reactions_share_one_entity_manager() {
        List<Object> managers = new ArrayList<>();
        crm.reaction("testing.listens", 0, new String[] {"testing.*"}, (event, tx) ->
                jpa.tx(TransactionType.Required, managers::add));
        crm.acts().run(act(), tx -> {
            jpa.tx(TransactionType.Required, managers::add);
            crm.acts().run(act(), inner -> inner.publish(RECORD, new Happened("x")));
            return crm.acts().read(() -> {
                jpa.tx(TransactionType.Required, managers::add);
                return null;
            });
        });
        assertEquals(3, managers.size());
        assertEquals(1, managers.stream().distinct().count());
    }

    @Test
    public void locks_let_no_update_get_lost() throws InterruptedException, ExecutionException, TimeoutException {
        long id = create("counter");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            done.add(threads.submit(() -> crm.acts().run(act(), tx -> count(id))));
        }
        for (Future<?> one : done) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertEquals(200L, (long) crm.acts().read(() -> find(id).number()));
    }

    @Test
    public void a_version_conflict_at_the_commit_runs_the_act_again() {
        long id = create("counter");
        List<Integer> tries = new ArrayList<>();
        crm.acts().run(act(), tx -> {
            tries.add(1);
            count(id);
            if (tries.size() == 1) {
                elsewhere(() -> crm.acts().run(Act.of(Actor.system(ZoneOffset.UTC)), other -> count(id)));
            }
            return null;
        });
        assertEquals(2, tries.size());
        assertEquals(2L, (long) crm.acts().read(() -> find(id).number()));
    }

    @Test
    public void a_name_that_stays_taken_is_a_conflict() {
        create("one");
        CrmException refused = assertThrows(CrmException.class, () -> create("one"));
        assertEquals(CrmException.Kind.CONFLICT, refused.kind());
        assertNotNull(refused.getCause());
    }

    @Test
    public void a_dry_run_answers_and_keeps_nothing() throws SQLException {
        List<String> after = new ArrayList<>();
        String answer = crm.requests().within(true, () -> {
            act("dry");
            crm.acts().run(act(), tx -> {
                tx.afterCommit(() -> after.add("no"));
                return null;
            });
            return "answer";
        });
        assertEquals("answer", answer);
        assertEquals(0, count("rt_event"));
        assertEquals(0, count("sample_thing"));
        assertEquals(List.of(), after);
    }

    @Test
    public void a_request_commits_its_acts_together_and_follows_up_once() throws SQLException {
        List<String> after = new ArrayList<>();
        crm.requests().within(false, () -> {
            act("one");
            crm.acts().run(act(), tx -> {
                tx.afterCommit(() -> after.add("followed"));
                return tx.publish(RECORD, new Happened("two"));
            });
            assertEquals(List.of(), after);
            return null;
        });
        assertEquals(2, count("rt_event"));
        assertEquals(List.of("followed"), after);
    }

    @Test
    public void a_refusal_inside_a_request_cannot_be_survived() throws SQLException {
        CrmException refused = assertThrows(CrmException.class, () -> crm.requests().within(false, () -> {
            act("kept?");
            assertThrows(CrmException.class, () -> crm.acts().run(act(), tx -> {
                throw CrmException.conflict("conflict", "refused inside");
            }));
            return "survived";
        }));
        assertEquals("refused inside", refused.getMessage());
        assertEquals(0, count("rt_event"));
    }

    @Test
    public void a_failure_that_a_read_survives_does_no_harm_but_dooms_an_act() {
        assertEquals("survived", crm.acts().read(this::survive));
        IllegalStateException doomed = assertThrows(IllegalStateException.class, () ->
                crm.acts().run(act(), tx -> survive()));
        assertEquals(doomed.getMessage(), true, doomed.getMessage().startsWith("Nothing was saved"));
    }

    private String survive() {
        assertThrows(CrmException.class, () -> jpa.tx(TransactionType.Required, em -> {
            throw CrmException.notFound("It");
        }));
        return "survived";
    }

    @Test
    public void a_transaction_begun_elsewhere_is_joined() throws Exception {
        crm.transactions().begin();
        act("inside");
        assertEquals(0, elsewhere(() -> count("rt_event")).intValue());
        crm.transactions().commit();
        assertEquals(1, count("rt_event"));

        crm.transactions().begin();
        act("gone");
        crm.transactions().rollback();
        assertEquals(1, count("rt_event"));
    }

    private Act act() {
        return Act.of(Actor.system(ZoneOffset.UTC), RECORD);
    }

    private void act(String what) {
        crm.acts().run(act(), tx -> {
            jpa.tx(TransactionType.Required, em -> em.persist(new Thing(what)));
            return tx.publish(RECORD, new Happened(what));
        });
    }

    private long create(String name) {
        return crm.acts().run(act(), tx -> jpa.txExpr(TransactionType.Required, em -> {
            Thing thing = new Thing(name);
            em.persist(thing);
            return thing.id();
        })).value();
    }

    private Object count(long id) {
        find(id).count();
        return null;
    }

    private Thing find(long id) {
        return jpa.txExpr(TransactionType.Required, em -> em.find(Thing.class, id));
    }

    private int count(String table) throws SQLException {
        try (Connection connection = crm.dataSource().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static <T> T elsewhere(java.util.concurrent.Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(work).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } finally {
            thread.shutdown();
        }
    }
}
