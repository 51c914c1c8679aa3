package com.pivotino.crm.chatter;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import com.pivotino.crm.api.Call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.activity.Activity;
import com.pivotino.crm.api.activity.Completion;
import com.pivotino.crm.api.chatter.FeedEntry;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.pipeline.LostRequest;
import com.pivotino.crm.api.pipeline.MoveRequest;
import com.pivotino.crm.api.pipeline.NewOpportunity;
import com.pivotino.crm.testkit.OnEachDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/**
 * Several people finish, move and lose the same card at once: one of the allowed histories comes out, a move after the loss
 * restores, and nobody gets a deadlock (RELIABILITY F-16, F-17).
 */
public class RaceTest extends OnEachDatabase {

    private static final int ROUNDS = 8;
    private static final int SAME = 4;

    @Test
    public void P9_P10_P14_done_moved_and_lost_at_once_is_one_effect_and_one_line() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(SAME + 2);
        try (Trio trio = new Trio(database)) {
            for (int round = 0; round < ROUNDS; round++) {
                long card = trio.opportunities.create(Call.of(trio.actor(1)), NewOpportunity.named("Race " + round)).value().id();
                long first = of(trio, card).id();
                List<Runnable> acts = new ArrayList<>();
                for (int i = 0; i < SAME; i++) {
                    acts.add(() -> trio.activities.complete(Call.of(trio.actor(1)), first, Completion.plain()));
                }
                acts.add(() -> trio.opportunities.move(Call.of(trio.actor(4)), card, MoveRequest.to(3)));
                acts.add(() -> trio.opportunities.lose(Call.of(trio.actor(1)), card, new LostRequest(3L, null, null, null)));
                for (String refusal : atOnce(people, acts)) {
                    assertEquals("version_conflict", refusal);
                }
                requireSound(trio, card);
            }
        } finally {
            people.shutdownNow();
            assertTrue("the people are done", people.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    private static void requireSound(Trio trio, long card) {
        Activity first = of(trio, card);
        List<FeedEntry> feed = trio.feed(card);
        long done = lines(feed, "” done");
        long cancelled = lines(feed, "” cancelled");
        long reopened = lines(feed, "” open again");
        assertTrue(first.state(), List.of("done", "cancelled", "planned").contains(first.state()));
        assertEquals(feed.toString(), first.state().equals("done") ? 1 : 0, done);
        assertEquals(feed.toString(), first.state().equals("cancelled") ? 1 : 0, cancelled - reopened);
        assertTrue("lost at most once, so restored at most once", reopened <= cancelled && cancelled <= 1);
        assertEquals("planned once", 1, lines(feed, " planned for "));
    }

    private static long lines(List<FeedEntry> feed, String words) {
        return feed.stream().filter(entry -> entry.body().contains(words)).count();
    }

    private static List<String> atOnce(ExecutorService people, List<Runnable> acts) throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (Runnable act : acts) {
            running.add(people.submit(() -> {
                gate.await();
                act.run();
                return null;
            }));
        }
        gate.countDown();
        List<String> refusals = new ArrayList<>();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                refusals.add(e.getCause() instanceof CrmException refusal ? refusal.code() : e.getCause().toString());
            }
        }
        return refusals;
    }

    private static Activity of(Trio trio, long card) {
        return trio.activities.list(trio.actor(4), new ListQuery(50, null, null, false,
                Map.of("record", List.of("opportunity:" + card)))).items().get(0);
    }
}
