package com.pivotino.crm.chatter;

import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import java.util.List;
import org.junit.Test;

/** What an everyday act sends to the database. Who sends more has to say why. */
public class StatementsTest extends OnTrio {

    private static final long QUALIFIED = 3;

    @Test
    public void a_create_with_first_activity_feed_and_follower() {
        make();
        holds("create", 18, StatementsTest::make);
    }

    @Test
    public void a_move_that_completes_the_first_activity() {
        move(make());
        long card = make();
        holds("move", 28, () -> move(card));
    }

    @Test
    public void a_completion_that_moves_the_stage() {
        complete(first(make()));
        long activity = first(make());
        holds("completion", 37, () -> complete(activity));
    }

    private static void holds(String act, int most, Runnable work) {
        List<String> sent = trio.crm.statementsOf(work).stream().filter(sql -> !isNowAndThen(sql)).toList();
        assertTrue(act + " sends " + sent.size() + ":\n" + String.join("\n", sent), sent.size() <= most);
    }

    /** Stages are remembered for a second, and numbers are taken in lots of fifty. */
    private static boolean isNowAndThen(String sql) {
        return sql.endsWith("FROM pl_stage") || sql.contains("nextval") || sql.contains("NEXT VALUE");
    }

    private static long make() {
        return trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named("Deal")).value().id();
    }

    private static void move(long card) {
        trio.opportunities.move(Call.of(trio.actor(1)), card, MoveRequest.to(QUALIFIED));
    }

    private static long first(long card) {
        return trio.opportunities.get(trio.actor(4), card).nextActivity().id();
    }

    private static void complete(long activity) {
        trio.activities.complete(Call.of(trio.actor(1)), activity, new Completion("Spoke", null, null, null));
    }
}
