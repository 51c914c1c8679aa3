package com.pivotino.crm.activity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.NewActivity;
import com.pivotino.crm.api.activity.event.ActivityScheduled;
import com.pivotino.crm.api.activity.spi.DueDatePolicy;
import com.pivotino.crm.api.internal.RequestTransactions.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.transaction.Status;
import javax.transaction.SystemException;
import org.junit.After;
import org.junit.Test;

/** With an idempotency key, as the browser sends one, and without: partners are asked outside, and what is gone is gone. */
public class KeyedActsTest extends OnWorld {

    private final List<Integer> statuses = new ArrayList<>();
    private DueDatePolicy policy;

    @After
    public void go() {
        world.partners.removePolicy(policy);
    }

    @Test
    public void a_record_that_is_deleted_while_a_policy_is_asked_is_not_found_with_and_without_a_key() {
        for (boolean keyed : new boolean[] {false, true}) {
            RecordRef card = world.card();
            world.told.clear();
            ask(() -> world.cards.delete(world.ann(), card));
            CrmException gone = assertThrows(CrmException.class, () -> schedule(card, keyed));
            assertEquals(CrmException.Kind.NOT_FOUND, gone.kind());
            assertEquals(0, world.told(ActivityScheduled.class).size());
            world.partners.removePolicy(policy);
        }
    }

    @Test
    public void a_policy_is_asked_outside_of_the_requests_transaction() {
        RecordRef card = world.card();
        ask(() -> { });
        schedule(card, true);
        assertEquals(List.of(Status.STATUS_NO_TRANSACTION), statuses);
    }

    private void ask(Runnable meanwhile) {
        policy = question -> {
            statuses.add(status());
            CompletableFuture.runAsync(meanwhile).join();
            return Optional.empty();
        };
        world.partners.addPolicy(policy, Map.of());
    }

    private Answer<Activity> schedule(RecordRef card, boolean keyed) {
        Supplier<Answer<Activity>> work = () -> world.activities.schedule(world.ann(),
                new NewActivity(card, World.CALL, "Call", null, null, null));
        return keyed ? world.crm.requests().within(new NoTable(), work) : work.get();
    }

    private int status() {
        try {
            return world.crm.transactions().getStatus();
        } catch (SystemException e) {
            throw new AssertionError(e);
        }
    }

    /** A key without a table of keys. */
    private static final class NoTable implements Claim<Answer<Activity>> {
        @Override
        public void take() {
            // Free.
        }

        @Override
        public void keep(Answer<Activity> answer) {
            // Nobody asks again.
        }
    }
}
