package com.pivotino.crm.rest.internal.once;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.rest.internal.publish.Client;
import com.pivotino.crm.rest.internal.publish.Client.Got;
import com.pivotino.crm.rest.internal.publish.RunningApi;
import com.pivotino.crm.testkit.CrmHarness;
import com.pivotino.crm.testkit.Database;
import com.pivotino.crm.testkit.ModuleUnit;
import java.net.Socket;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.AfterParam;
import org.junit.runners.Parameterized.BeforeParam;
import org.junit.runners.Parameterized.Parameters;

/** REST.md: the same key and body, the same answer and one effect for 24 h, also when both arrive at once (F-18). */
@RunWith(Parameterized.class)
public class IdempotencyStoreTest {

    private static final String[] KEY = {"Idempotency-Key", "key-1"};

    @Parameters(name = "{0}")
    public static Database[] databases() {
        return Database.values();
    }

    private static CrmHarness crm;
    private static Database started;

    private RunningApi server;
    private Client client;
    private OrderResource orders;
    private IdempotencyKeys keys;

    public IdempotencyStoreTest(Database database) {
        assertEquals(database, started);
    }

    @BeforeParam
    public static void startDatabase(Database database) {
        crm = CrmHarness.start(database, new ModuleUnit("rest", IdempotencyKeys.class.getClassLoader()));
        started = database;
    }

    @AfterParam
    public static void stopDatabase() {
        crm.close();
    }

    @Before
    public void start() throws Exception {
        try (Connection connection = crm.dataSource().getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM rest_idempotency");
            statement.executeUpdate("DELETE FROM rest_known_route");
        }
        server = new RunningApi();
        keys = new IdempotencyKeys(crm.requests(), new KeyTable(crm.dataSource()), crm.clock());
        server.transactions = crm.requests();
        server.once = keys;
        orders = new OrderResource(crm.acts(), crm.dataSource());
        server.api.publish(orders);
        client = new Client(server);
    }

    @After
    public void stop() throws Exception {
        server.close();
    }

    @Test
    public void same_key_and_body_is_answered_the_same_and_has_one_effect() throws Exception {
        Got first = client.post("/api/orders", "{\"name\": \"A\"}", KEY);
        Got second = client.post("/api/orders", "{\"name\": \"A\"}", KEY);
        assertEquals(201, first.status());
        assertEquals(201, second.status());
        assertEquals(first.response().body(), second.response().body());
        assertEquals(first.header("Location"), second.header("Location"));
        assertNull(first.header("Idempotency-Replayed"));
        assertEquals("true", second.header("Idempotency-Replayed"));
        assertEquals(1, orders.rows());
        assertNotEquals(first.response().body(), client.post("/api/orders", "{\"name\": \"A\"}", "Idempotency-Key", "key-2")
                .response().body());
        assertEquals(2, orders.rows());
    }

    @Test
    public void without_a_key_every_call_has_its_effect() throws Exception {
        client.post("/api/orders", "{\"name\": \"A\"}");
        client.post("/api/orders", "{\"name\": \"A\"}");
        assertEquals(2, orders.rows());
    }

    @Test
    public void same_key_with_another_body_or_path_is_refused() throws Exception {
        client.post("/api/orders", "{\"name\": \"A\"}", KEY);
        for (Got got : List.of(client.post("/api/orders", "{\"name\": \"B\"}", KEY), client.post("/api/orders?x=1",
                "{\"name\": \"A\"}", KEY), client.post("/api/orders/files", "{\"name\": \"A\"}", "Content-Type", "text/csv",
                "Idempotency-Key", "key-1"))) {
            assertEquals(422, got.status());
            assertEquals("idempotency_key_reused", got.code());
        }
        assertEquals(1, orders.rows());
    }

    @Test
    public void two_at_once_have_one_effect_and_one_answer() throws Exception {
        orders.inside = new CountDownLatch(1);
        orders.go = new CountDownLatch(1);
        CompletableFuture<Got> first = async("{\"name\": \"A\"}");
        assertTrue(orders.inside.await(10, TimeUnit.SECONDS));
        CompletableFuture<Got> second = async("{\"name\": \"A\"}");
        awaitInside(2);
        assertFalse(second.isDone());
        orders.go.countDown();
        assertEquals(first.get(30, TimeUnit.SECONDS).response().body(), second.get(30, TimeUnit.SECONDS).response().body());
        assertEquals(1, orders.rows());
        assertEquals(1, orders.calls.get());
    }

    @Test
    public void twenty_at_once_have_one_effect_and_one_answer() throws Exception {
        List<CompletableFuture<Got>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(async("{\"name\": \"A\"}"));
        }
        Set<String> bodies = new HashSet<>();
        for (CompletableFuture<Got> call : calls) {
            Got got = call.get(60, TimeUnit.SECONDS);
            assertEquals(got.response().body(), 201, got.status());
            bodies.add(got.response().body());
        }
        assertEquals(1, bodies.size());
        assertEquals(1, orders.rows());
    }

    @Test
    public void two_that_ask_at_once_have_one_effect_and_one_answer() throws Exception {
        orders.asking = new CountDownLatch(2);
        orders.go = new CountDownLatch(1);
        CompletableFuture<Got> first = async("{\"name\": \"A\"}");
        CompletableFuture<Got> second = async("{\"name\": \"A\"}");
        assertTrue("neither waits for the other with its questions", orders.asking.await(10, TimeUnit.SECONDS));
        orders.go.countDown();
        assertEquals(first.get(30, TimeUnit.SECONDS).response().body(), second.get(30, TimeUnit.SECONDS).response().body());
        assertEquals(1, orders.rows());
        assertEquals(1, orders.calls.get());
    }

    @Test
    public void an_answer_without_an_act_is_kept_too() throws Exception {
        Got first = client.post("/api/orders/none", "{}", KEY);
        Got second = client.post("/api/orders/none", "{}", KEY);
        assertEquals(first.response().body(), second.response().body());
        assertEquals("true", second.header("Idempotency-Replayed"));
        assertEquals("idempotency_key_reused", client.post("/api/orders", "{\"name\": \"A\"}", KEY).code());
    }

    @Test
    public void slow_uploads_hold_no_connection() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Socket socket = new Socket("127.0.0.1", server.port());
            slow.add(socket);
            socket.getOutputStream().write(("POST /api/orders/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer key-1\r\n"
                    + "Idempotency-Key: slow-" + i + "\r\nContent-Type: text/csv\r\nContent-Length: 3\r\n\r\na")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        awaitInside(40);
        assertEquals(201, client.post("/api/orders", "{\"name\": \"A\"}", KEY).status());
        for (Socket socket : slow) {
            socket.getOutputStream().write(new byte[] {';', 'b'});
            byte[] answer = socket.getInputStream().readNBytes(15);
            assertEquals("HTTP/1.1 200 OK", new String(answer, java.nio.charset.StandardCharsets.US_ASCII));
            socket.close();
        }
        assertEquals(41, orders.rows());
    }

    @Test
    public void a_refusal_is_not_kept_and_leaves_nothing() throws Exception {
        assertEquals("guard_refused", client.post("/api/orders", "{\"name\": \"refused\"}", KEY).code());
        assertEquals(409, client.post("/api/orders", "{\"name\": \"conflict\"}", KEY).status());
        assertEquals(0, orders.rows());
        assertEquals(201, client.post("/api/orders", "{\"name\": \"A\"}", KEY).status());
        assertEquals(1, orders.rows());
    }

    @Test
    public void a_streamed_body_is_compared_too() throws Exception {
        String[] csv = {"Content-Type", "text/csv", "Idempotency-Key", "key-1"};
        Got first = client.post("/api/orders/files", "a;b", csv);
        assertEquals(200, first.status());
        assertEquals(first.response().body(), client.post("/api/orders/files", "a;b", csv).response().body());
        assertEquals("idempotency_key_reused", client.post("/api/orders/files", "a;c", csv).code());
        assertEquals(1, orders.rows());
    }

    @Test
    public void after_a_day_the_key_is_free_and_its_row_is_purged() throws Exception {
        client.post("/api/orders", "{\"name\": \"A\"}", KEY);
        crm.clock().advance(Duration.ofHours(23));
        assertEquals(0, keys.purge());
        client.post("/api/orders", "{\"name\": \"A\"}", KEY);
        assertEquals(1, orders.rows());
        crm.clock().advance(Duration.ofHours(2));
        assertEquals(201, client.post("/api/orders", "{\"name\": \"B\"}", KEY).status());
        assertEquals(2, orders.rows());
        crm.clock().advance(Duration.ofHours(25));
        assertEquals(1, keys.purge());
    }

    @Test
    public void the_database_holds_neither_key_nor_answer_in_the_clear() throws Exception {
        client.post("/api/orders", "{\"name\": \"A\"}", KEY);
        try (Connection connection = crm.dataSource().getConnection(); var rows = connection.createStatement()
                .executeQuery("SELECT key_id, body FROM rest_idempotency")) {
            assertTrue(rows.next());
            assertFalse(rows.getString(1).contains("key-1"));
            assertFalse(new String(java.util.Base64.getDecoder().decode(rows.getString(2)),
                    java.nio.charset.StandardCharsets.ISO_8859_1).contains("s3cr3t"));
        }
    }

    @Test
    public void dry_run_answers_the_same_and_does_nothing() throws Exception {
        Got dry = client.post("/api/orders?dryRun=true", "{\"name\": \"A\"}", KEY);
        assertEquals(201, dry.status());
        assertTrue(dry.json().has("id"));
        assertEquals(0, orders.rows());
        assertEquals("guard_refused", client.post("/api/orders?dryRun=true", "{\"name\": \"refused\"}").code());
        assertEquals(422, client.post("/api/orders?dryRun=maybe", "{\"name\": \"A\"}").status());
        assertEquals(201, client.post("/api/orders?dryRun=false", "{\"name\": \"A\"}").status());
        assertEquals(1, orders.rows());
    }

    @Test
    public void a_key_that_is_too_long_is_refused_and_a_missing_database_is_503() throws Exception {
        assertEquals(422, client.post("/api/orders", "{}", "Idempotency-Key", "x".repeat(201)).status());
        server.once = null;
        assertEquals(503, client.post("/api/orders", "{\"name\": \"A\"}", KEY).status());
        assertEquals(0, orders.rows());
    }

    /** The calls have begun when the server has taken them. */
    private void awaitInside(int calls) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (server.requestsInside() < calls) {
            assertTrue("not all calls came", System.nanoTime() < deadline);
            Thread.onSpinWait();
        }
    }

    private CompletableFuture<Got> async(String body) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return client.post("/api/orders", body, KEY);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, runnable -> new Thread(runnable).start());
    }
}
