package com.pivotino.crm.itests.extensions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.pivotino.crm.itests.CrmProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Twenty requests a second over the paths of all bundles, and a ledger of what came back. */
final class SwapLoad implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EVERY_MS = 50;
    private static final int THREADS = 8;
    private static final int UNAVAILABLE = 503;

    /** By path, the bundle that owns it. */
    private static final Map<String, String> PATHS = Map.of("GET /api/stages", "pipeline", "POST /api/opportunities", "pipeline",
            "GET /api/board?limit=1", "pipeline", "GET /api/activities/summary", "activity", "GET /api/notifications", "chatter",
            "GET /api/reminders", "calendar", "GET /api/contacts?limit=1", "directory", "GET /api/me", "directory",
            "GET /api/modules", "rest", "GET /", "web");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String url;
    private final String authorization;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS);
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<Seen> ledger = new ConcurrentLinkedQueue<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> paths = List.copyOf(PATHS.keySet());

    /**
     * One answer.
     *
     * @param at   when it came, in nanoseconds
     * @param took how long it took, in nanoseconds
     * @param calm whether it is a refusal as it should be: 503, problem+json, with Retry-After
     */
    record Seen(String path, String owner, int status, boolean calm, long at, long took, String body) {

        boolean isWell() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return path + " answered " + status + " " + body;
        }
    }

    SwapLoad(CrmProcess crm) {
        this.url = crm.url();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(("admin:" + CrmProcess.PASSWORD)
                .getBytes(StandardCharsets.UTF_8));
        // Several clocks, each a share of the rate, so that one slow answer holds up no other.
        for (int share = 0; share < THREADS; share++) {
            clock.scheduleAtFixedRate(this::next, EVERY_MS * share, EVERY_MS * THREADS, TimeUnit.MILLISECONDS);
        }
    }

    /** What came back since then. */
    List<Seen> since(long nanoTime) {
        return ledger.stream().filter(seen -> seen.at() >= nanoTime).toList();
    }

    /** Whether the latest answers of all paths are well. */
    boolean isWell(long since) {
        Map<String, Seen> latest = new LinkedHashMap<>();
        since(since).forEach(seen -> latest.put(seen.path(), seen));
        return latest.size() == paths.size() && latest.values().stream().allMatch(Seen::isWell);
    }

    /** Ids of the opportunities that were acknowledged. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    int size() {
        return ledger.size();
    }

    private void next() {
        int number = turn.getAndIncrement();
        String path = paths.get(number % paths.size());
        ledger.add(ask(path, "Swapped " + number));
    }

    private Seen ask(String path, String name) {
        boolean post = path.startsWith("POST ");
        long start = System.nanoTime();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path.substring(path.indexOf(' ') + 1)))
                .timeout(Duration.ofSeconds(20)).header("Authorization", authorization);
        if (post) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"" + name + "\"}"));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (post && answer.statusCode() == 201) {
                acknowledged.add(JSON.readTree(answer.body()).path("id").asText());
            }
            boolean calm = answer.statusCode() == UNAVAILABLE && answer.headers().firstValue("Retry-After").isPresent()
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
            String body = answer.statusCode() < 300 ? "" : answer.body().substring(0, Math.min(300, answer.body().length()));
            return seen(path, answer.statusCode(), calm, start, body);
        } catch (IOException e) {
            return seen(path, -1, false, start, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return seen(path, -1, false, start, e.toString());
        }
    }

    private static Seen seen(String path, int status, boolean calm, long start, String body) {
        long now = System.nanoTime();
        return new Seen(path, PATHS.get(path), status, calm, now, now - start, body);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
