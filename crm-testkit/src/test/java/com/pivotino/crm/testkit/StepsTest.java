package com.pivotino.crm.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.event.Act;
import com.pivotino.crm.api.event.Attempt;
import com.pivotino.crm.api.event.Steps;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** A step that fails leaves nothing, whatever it failed with, and the others stay (ADR 0006). */
@RunWith(Parameterized.class)
public class StepsTest {

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Database.values();
    }

    private final Database database;
    private CrmHarness crm;
    private JpaTemplate jpa;

    public StepsTest(Database database) {
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
    public void each_kind_of_failure_takes_its_step_alone() {
        Map<String, Runnable> failures = new LinkedHashMap<>();
        failures.put("good", () -> { });
        failures.put("refused", () -> {
            throw CrmException.conflict("busy", "no");
        });
        failures.put("unexpected", () -> {
            throw new IllegalStateException("broken");
        });
        failures.put("taken", () -> persist("good")); // the name is unique
        failures.put("in a template", () -> jpa.tx(TransactionType.Required, em -> {
            throw CrmException.notFound("It");
        }));
        failures.put("last", () -> { });
        List<String> codes = Steps.<String, List<String>>run(true, steps -> attempt(() -> {
            List<String> told = new ArrayList<>();
            failures.forEach((name, end) -> {
                steps.step(name, () -> {
                    persist(name);
                    end.run();
                    jpa.tx(TransactionType.Required, em -> em.flush());
                });
                told.add(steps.failure(name).map(CrmException::code).orElse("done"));
            });
            return told;
        })).value();
        assertEquals(List.of("done", "busy", "unexpected", "conflict", "not_found", "done"), codes);
        assertEquals(List.of("good", "last"), names());
    }

    @Test
    public void without_partial_the_first_failure_ends_all() {
        CrmException refused = assertThrows(CrmException.class, () -> Steps.<String, String>run(false, steps -> attempt(() -> {
            steps.step("good", () -> persist("good"));
            steps.step("bad", () -> {
                throw CrmException.conflict("busy", "no");
            });
            return "never";
        })));
        assertEquals("busy", refused.code());
        assertEquals(List.of(), names());
    }

    @Test
    public void when_everything_fails_it_is_given_up() {
        assertThrows(IllegalStateException.class, () -> Steps.<Integer, String>run(true, steps -> attempt(() -> {
            for (int i = 0; i < 1000; i++) {
                steps.step(i, () -> {
                    throw new IllegalStateException("broken");
                });
            }
            return "never";
        })));
    }

    @Test
    public void a_failed_reaction_cannot_be_survived_by_who_catches_it() {
        crm.reaction("test.refuses", 0, new String[] {"testing.*"}, (event, tx) -> {
            throw CrmException.conflict("busy", "no");
        });
        Attempt<String> attempt = crm.acts().attempt(act(), tx -> {
            persist("half");
            assertThrows(CrmException.class, () -> tx.publish(new com.pivotino.crm.api.RecordRef("opportunity", 7),
                    new HarnessTest.Happened("x")));
            return "survived";
        });
        assertEquals("busy", attempt.refusal().code());
        assertEquals(List.of(), names());
    }

    @Test
    public void a_part_of_a_transaction_is_no_attempt() {
        assertThrows(IllegalStateException.class, () -> crm.acts().run(act(), tx -> crm.acts().attempt(act(), inner -> "no")));
    }

    @Test
    public void steps_under_a_key_are_one_commit_with_the_key() {
        List<String> told = new ArrayList<>();
        crm.requests().within(new com.pivotino.crm.api.internal.RequestTransactions.Claim<String>() {
            @Override
            public void take() {
                told.add("take");
            }

            @Override
            public void keep(String answer) {
                told.add("keep " + answer);
            }
        }, () -> Steps.<String, String>run(true, steps -> attempt(() -> {
            steps.step("good", () -> persist("good"));
            steps.step("bad", () -> {
                persist("bad");
                throw CrmException.conflict("busy", "no");
            });
            return "answer";
        })).value());
        assertEquals(List.of("take", "take", "keep answer"), told);
        assertEquals(List.of("good"), names());
    }

    private <T> Attempt<T> attempt(java.util.function.Supplier<T> work) {
        return crm.acts().attempt(act(), tx -> work.get());
    }

    private static Act act() {
        return Act.of(Actor.system(ZoneOffset.UTC));
    }

    private void persist(String name) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(new Thing(name));
            em.flush();
        });
    }

    private List<String> names() {
        return crm.acts().read(() -> jpa.txExpr(TransactionType.Required,
                em -> em.createQuery("SELECT t.name FROM Thing t ORDER BY t.id", String.class).getResultList()));
    }
}
