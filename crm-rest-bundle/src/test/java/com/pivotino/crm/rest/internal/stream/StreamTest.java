package com.pivotino.crm.rest.internal.stream;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.plugin.Plugin;
import com.pivotino.crm.api.plugin.PluginAnswer;
import com.pivotino.crm.api.plugin.PluginInvoker;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.api.record.RecordProvider;
import com.pivotino.crm.api.record.RecordSummary;
import com.pivotino.crm.rest.internal.publish.RunningApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class StreamTest {

    private static final String ANNA = "key-1";
    private static final String BERT = "key-of-bert";

    private final FakeTail tail = new FakeTail();
    private final AtomicLong millis = new AtomicLong();
    private final HttpClient http = HttpClient.newHttpClient();
    private RunningApi server;
    private StreamResource stream;

    @Before
    public void start() throws Exception {
        server = new RunningApi();
        stream = new StreamResource(tail, server, new PluginInvoker() {
            @Override
            public <S, R> PluginAnswer<R> ask(Plugin<S> plugin, Function<S, R> question) {
                return new PluginAnswer<>(question.apply(plugin.service()), null, null);
            }
        }, () -> millis.get() * 1_000_000);
        // Odd cards are Anna's, even ones Bert's.
        RecordProvider cards = record -> Optional.of(new RecordSummary(record, "Card",
                new RecordAccess(record.id() % 2 == 1 ? 7L : 8L, null, null, Set.of())));
        stream.come(cards, Map.of(RecordProvider.TYPE, "card"));
        server.api.publish(stream);
    }

    @After
    public void stop() throws Exception {
        stream.close();
        server.close();
    }

    /** An open stream; {@code next} gives the data of one event after the other. */
    private static final class Reader {
        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Reader(HttpResponse<InputStream> response) {
            this.response = response;
            this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** The next event as {@code id event data}; null at the end. */
        String next() throws IOException {
            StringBuilder event = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && event.length() > 0) {
                    return event.toString().strip();
                }
                if (line.startsWith("id: ") || line.startsWith("event: ") || line.startsWith("data: ")) {
                    event.append(line.replaceFirst("^\\w+: ", "")).append(' ');
                }
            }
            return null;
        }

        String type() throws IOException {
            String event = next();
            return event == null ? null : event.split(" ")[1];
        }
    }

    private Reader open(String key, String lastEventId) throws Exception {
        return open("/api/stream", key, lastEventId);
    }

    private Reader open(String path, String key, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri(path))).timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new Reader(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    @Test
    public void everyone_hears_of_contacts() throws Exception {
        Reader anna = open(ANNA, null);
        Reader bert = open(BERT, null);
        assertEquals("hello", anna.type());
        assertEquals("hello", bert.type());
        tail.happen(new RecordRef("secret", 1), "test.Moved", null);
        tail.happen(new RecordRef("contact", 1), "directory.ContactChanged", null);
        for (Reader reader : List.of(anna, bert)) {
            String heard = reader.next();
            assertTrue(heard, heard.startsWith("2 change") && heard.contains("\"type\":\"contact\""));
        }
    }

    @Test
    public void each_reader_hears_of_what_it_may_read_and_of_nothing_else() throws Exception {
        Reader anna = open(ANNA, null);
        Reader bert = open(BERT, null);
        assertEquals(200, anna.response.statusCode());
        assertEquals("text/event-stream;charset=utf-8", anna.response.headers().firstValue("Content-Type").orElse("").toLowerCase());
        assertEquals("0 hello {\"position\":0}", anna.next());
        assertEquals("hello", bert.type());
        for (int i = 1; i <= 4; i++) {
            tail.happen(new RecordRef("card", i), "test.Moved", null);
        }
        tail.happen(new RecordRef("secret", 1), "test.Moved", null);
        tail.happen(new RecordRef(Hub.INBOX, 8), "chatter.NoticesChanged", "{\"unread\":3}");
        tail.happen(new RecordRef("card", 5), "test.Moved", null);
        assertEquals("1 change {\"record\":{\"type\":\"card\",\"id\":1},\"event\":\"test.Moved\",\"by\":{\"id\":7,\"name\":\"Anna\"},"
                + "\"at\":\"2026-06-03T10:00:00Z\",\"causeId\":\"cause-1\"}", anna.next());
        assertTrue(anna.next().startsWith("3 change"));
        assertTrue(anna.next().startsWith("7 change"));
        assertTrue(bert.next().startsWith("2 change"));
        assertTrue(bert.next().startsWith("4 change"));
        assertEquals("6 notification {\"unread\":3}", bert.next());
    }

    @Test
    public void who_loses_sight_of_a_record_is_told_that_it_has_gone() throws Exception {
        String annas = "{\"readersBefore\":{\"salespersonId\":7,\"teamId\":null,\"createdBy\":null,\"followerIds\":[]}}";
        Reader anna = open(ANNA, null);
        Reader bert = open(BERT, null);
        assertEquals("hello", anna.type());
        assertEquals("hello", bert.type());
        tail.happen(new RecordRef("card", 2), "test.Moved", annas);
        tail.happen(new RecordRef("deleted", 3), "test.Deleted", annas);
        tail.happen(new RecordRef("card", 4), "test.Moved", null);
        tail.happen(new RecordRef("card", 5), "test.Moved", null);
        assertEquals("1 change {\"record\":{\"type\":\"card\",\"id\":2},\"event\":\"record.Gone\",\"by\":null,"
                + "\"at\":\"2026-06-03T10:00:00Z\",\"causeId\":\"cause-1\"}", anna.next());
        assertTrue(anna.next().startsWith("2 change {\"record\":{\"type\":\"deleted\",\"id\":3},\"event\":\"record.Gone\""));
        assertTrue(anna.next().startsWith("4 change"));
        assertTrue(bert.next().contains("test.Moved"));
        assertTrue(bert.next().startsWith("3 change"));
    }

    @Test
    public void a_removed_follower_who_can_no_longer_read_is_told_that_the_record_has_gone() throws Exception {
        Reader anna = open(ANNA, null);
        Reader bert = open(BERT, null);
        assertEquals("hello", anna.type());
        assertEquals("hello", bert.type());
        tail.happen(new RecordRef("card", 1), "chatter.FollowerRemoved", "{\"person\":{\"kind\":\"USER\",\"id\":8}}");
        tail.happen(new RecordRef("card", 2), "test.Moved", null);
        assertTrue(bert.next().contains("record.Gone"));
        assertTrue(bert.next().startsWith("2 change"));
        assertTrue(anna.next().contains("chatter.FollowerRemoved"));
    }

    @Test
    public void who_says_how_old_its_page_is_hears_what_has_happened_since_or_loads_anew() throws Exception {
        millis.addAndGet(1000);
        tail.happen(new RecordRef("card", 1), "test.Moved", null);
        tail.happen(new RecordRef("card", 2), "test.Moved", null);
        millis.addAndGet(1000);
        Reader anna = open("/api/stream?age=1500", ANNA, null);
        assertTrue(anna.next().startsWith("0 hello"));
        assertTrue(anna.next().startsWith("1 change"));
        Reader fresh = open("/api/stream?age=500", ANNA, null);
        assertTrue(fresh.next().startsWith("2 hello"));
        Reader old = open("/api/stream?age=2500", BERT, null);
        assertEquals("hello", old.type());
        assertTrue(old.next().startsWith("2 reset"));
        assertEquals(422, open("/api/stream?age=-1", ANNA, null).response.statusCode());
        tail.happen(new RecordRef("card", 3), "test.Moved", null);
        assertTrue(anna.next().startsWith("3 change"));
        assertTrue(fresh.next().startsWith("3 change"));
    }

    @Test
    public void a_reader_whose_past_cannot_be_read_is_refused_and_nothing_is_kept_for_it() throws Exception {
        tail.happen(new RecordRef("card", 1), "test.Moved", null);
        tail.happen(new RecordRef("card", 1), "test.Moved", null);
        tail.broken = true;
        assertEquals(503, open(ANNA, "1").response.statusCode());
        tail.broken = false;
        assertEquals(0, stream.readers());
        Reader anna = open(ANNA, "1");
        assertTrue(anna.next().startsWith("1 hello"));
        assertTrue(anna.next().startsWith("2 change"));
    }

    @Test
    public void what_becomes_of_a_teams_activity_and_of_ones_own_is_heard_where_the_record_is_not_read() throws Exception {
        Reader bert = open(BERT, null);
        assertEquals("hello", bert.type());
        tail.happen(new RecordRef("card", 1), "activity.ActivityClaimed", "{\"activity\":{\"assignee\":{\"id\":7},\"team\":{\"id\":51}}}");
        tail.happen(new RecordRef("card", 1), "activity.ActivityClaimed", "{\"activity\":{\"assignee\":{\"id\":7},\"team\":{\"id\":50}}}");
        tail.happen(new RecordRef("card", 1), "activity.ActivityChanged", "{\"activity\":{\"assignee\":null,\"team\":null}}");
        tail.happen(new RecordRef("secret", 1), "activity.ActivityChanged", "{\"activity\":{\"assignee\":{\"id\":8},\"team\":null}}");
        tail.happen(new RecordRef("secret", 1), "activity.ActivitiesCancelled", "{\"activities\":[]}");
        tail.happen(new RecordRef("card", 2), "test.Moved", null);
        assertTrue(bert.next().startsWith("2 change"));
        assertTrue(bert.next().startsWith("4 change"));
        assertTrue(bert.next().startsWith("6 change"));
    }

    @Test
    public void a_reader_that_comes_again_gets_what_it_missed_once_and_in_order() throws Exception {
        for (int i = 1; i <= 9; i += 2) {
            tail.happen(new RecordRef("card", i), "test.Moved", null);
        }
        Reader anna = open(ANNA, "2");
        assertTrue(anna.next().startsWith("2 hello"));
        tail.happen(new RecordRef("card", 11), "test.Moved", null);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(anna.next().split(" ")[0]);
        }
        assertEquals(List.of("3", "4", "5", "6"), ids);
    }

    @Test
    public void too_much_to_tell_is_a_reset() throws Exception {
        for (int i = 1; i <= 600; i++) {
            tail.happen(new RecordRef("card", 1), "test.Moved", null);
        }
        Reader anna = open(ANNA, "1");
        assertEquals("hello", anna.type());
        assertEquals("600 reset {\"position\":600}", anna.next());
        tail.happen(new RecordRef("card", 1), "test.Moved", null);
        assertTrue(anna.next().startsWith("601 change"));
    }

    @Test
    public void strangers_and_broken_places_are_refused() throws Exception {
        assertEquals(401, open("nobody", null).response.statusCode());
        HttpResponse<InputStream> refused = open(ANNA, "x").response;
        assertEquals(422, refused.statusCode());
        assertEquals("application/problem+json", refused.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    public void the_stream_ends_with_the_right_to_be_here() throws Exception {
        Reader bert = open(BERT, null);
        assertEquals("hello", bert.type());
        server.bertIsWelcome = false;
        tail.happen(new RecordRef("user", 8), "directory.UserDeactivated", null);
        tail.happen(new RecordRef("card", 2), "test.Moved", null);
        assertEquals(null, bert.next());
    }

    @Test
    public void a_slow_reader_is_cut_and_holds_nobody_up() throws Exception {
        Reader quick = open(ANNA, null);
        try (Socket slow = new Socket("127.0.0.1", server.port())) {
            slow.setReceiveBufferSize(4096);
            slow.getOutputStream().write(("GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + ANNA + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertTrue(slow.getInputStream().read() > 0);
            assertEquals("hello", quick.type());
            long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            int sent = 0;
            while (server.requestsInside() == 2) {
                assertTrue("It was not cut after " + sent, System.nanoTime() < deadline);
                tail.happen(new RecordRef("card", 1), "test." + "M".repeat(2000), null);
                sent++;
                assertEquals("change", quick.type());
            }
            assertFalse(sent == 0);
        }
    }
}
