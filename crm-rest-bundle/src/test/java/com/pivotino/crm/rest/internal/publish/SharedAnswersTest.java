package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.internal.RequestTransactions;
import com.pivotino.crm.api.internal.Shareable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Equal questions of one moment are answered once, and never beyond it. */
public class SharedAnswersTest {

    private final Counting counting = new Counting();
    private volatile String moment = "10:10:@1";
    private RunningApi server;
    private Client client;

    @Before
    public void start() throws Exception {
        server = new RunningApi();
        server.transactions = new Moments();
        server.api.publish(counting);
        client = new Client(server);
    }

    @After
    public void stop() throws Exception {
        server.close();
    }

    @Test
    public void equal_questions_are_answered_once_until_something_is_committed() throws Exception {
        assertEquals("Anna null 1", ask("/api/counting"));
        assertEquals("Anna null 1", ask("/api/counting"));
        moment = "10:11:@1";
        assertEquals("Anna null 2", ask("/api/counting"));
        moment = "10:11:@2";
        assertEquals("a second is over", "Anna null 3", ask("/api/counting"));
    }

    @Test
    public void others_and_other_questions_get_their_own_answers() throws Exception {
        assertEquals("Anna null 1", ask("/api/counting"));
        assertEquals("Bert null 2", ask("/api/counting", "Authorization", "Bearer key-of-bert"));
        assertEquals("Anna x 3", ask("/api/counting?q=x"));
        assertEquals("Anna null 1", ask("/api/counting"));
    }

    @Test
    public void who_is_not_let_in_gets_no_answer_of_others() throws Exception {
        assertEquals("Bert null 1", ask("/api/counting", "Authorization", "Bearer key-of-bert"));
        server.bertIsWelcome = false;
        assertEquals(401, client.get("/api/counting", "Authorization", "Bearer key-of-bert").status());
    }

    @Test
    public void without_moments_or_on_demand_each_question_is_answered_by_itself() throws Exception {
        assertEquals("Anna null 1", ask("/api/counting"));
        assertEquals("Anna null 2", ask("/api/counting", "Cache-Control", "no-cache"));
        assertEquals("Anna null 3", ask("/api/counting/plain"));
        assertEquals("Anna null 4", ask("/api/counting/plain"));
        moment = null;
        assertEquals("Anna null 5", ask("/api/counting"));
        assertEquals("Anna null 6", ask("/api/counting"));
    }

    @Test
    public void failures_are_not_shared() throws Exception {
        counting.refuses = true;
        assertEquals(409, client.get("/api/counting").status());
        counting.refuses = false;
        assertEquals("Anna null 2", ask("/api/counting"));
    }

    @Test
    public void those_who_ask_at_the_same_time_wait_for_one_answer() throws Exception {
        counting.gate = new CountDownLatch(1);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return ask("/api/counting");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        counting.begun.await(10, TimeUnit.SECONDS);
        counting.gate.countDown();
        Set<String> different = new TreeSet<>();
        for (CompletableFuture<String> answer : answers) {
            different.add(answer.get(10, TimeUnit.SECONDS));
        }
        assertEquals(Set.of("Anna null 1"), different);
    }

    private String ask(String path, String... headers) throws Exception {
        return client.get(path, headers).json().path("text").asText();
    }

    /** Says who asks what, and which question this is. */
    @Path("/counting")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Counting {

        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile boolean refuses;

        public record Said(String text) {
        }

        @GET
        @Shareable
        public Said shared(@Context Actor actor, @QueryParam("q") String q) throws InterruptedException {
            return plain(actor, q);
        }

        @GET
        @Path("/plain")
        public Said plain(@Context Actor actor, @QueryParam("q") String q) throws InterruptedException {
            int number = asked.incrementAndGet();
            begun.countDown();
            gate.await(10, TimeUnit.SECONDS);
            if (refuses) {
                throw CrmException.conflict("conflict", "Not now.");
            }
            return new Said(actor.name() + " " + q + " " + number);
        }
    }

    private final class Moments implements RequestTransactions {

        @Override
        public String moment() {
            return moment;
        }

        @Override
        public <T> T within(boolean rollback, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T within(Claim<T> claim, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T atOnce(Supplier<T> work) {
            return work.get();
        }
    }
}
