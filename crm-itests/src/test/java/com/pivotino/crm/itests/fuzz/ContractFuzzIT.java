package com.pivotino.crm.itests.fuzz;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pivotino.crm.itests.CrmProcess;
import com.pivotino.crm.itests.Rest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

/**
 * Every operation of the live contract with requests made from it, valid, at the border and broken: no 5xx, every error a
 * problem document, every answer as declared. {@code -Dcrm.fuzz.seconds=600} for the long form, {@code -Dcrm.fuzz.seed}
 * for a run again.
 */
public class ContractFuzzIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = Long.getLong("crm.fuzz.seconds", 40);
    private static final int CLIENTS = 3;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sent = new AtomicInteger();
    private String url;
    private String credentials;

    @Test
    public void every_answer_is_as_the_contract_says() throws Exception {
        String running = System.getProperty("crm.fuzz.url");
        if (running != null) {
            fuzz(new Rest(running).as("admin", System.getProperty("crm.fuzz.password")), running);
            return;
        }
        try (CrmProcess crm = new CrmProcess("fuzz").start()) {
            fuzz(crm.admin(), crm.url());
        }
    }

    private void fuzz(Rest admin, String at) throws Exception {
        long seed = Long.getLong("crm.fuzz.seed", System.nanoTime());
        url = at + "/api";
        String login = "fuzz" + Math.abs(seed % 100_000);
        admin.post("/users", Map.of("login", login, "name", "The fuzz", "password", CrmProcess.PASSWORD,
                "roles", List.of("admin"))).expect(201);
        credentials = "Basic " + Base64.getEncoder().encodeToString((login + ":" + CrmProcess.PASSWORD).getBytes());
        List<List<Requests.Call>> operations = new Requests(admin.get("/openapi.json").expect(200).json()).all(new Random(seed));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (Requests.Call call : inTurn(operations)) {
            clients.execute(() -> {
                if (System.nanoTime() < deadline) {
                    send(call);
                }
            });
        }
        clients.shutdown();
        assertTrue("the last answers come", clients.awaitTermination(SECONDS + 60, TimeUnit.SECONDS));
        System.out.println("Contract fuzz: seed " + seed + ", " + operations.size() + " operations, " + sent + " requests");
        assertEquals(String.join("\n", new TreeSet<>(wrong)), 0, wrong.size());
        assertTrue("every operation was asked", sent.get() >= operations.size());
    }

    /** The first of each operation, then the second of each: so time that runs out cuts all alike. */
    private static List<Requests.Call> inTurn(List<List<Requests.Call>> operations) {
        List<Requests.Call> calls = new ArrayList<>();
        int longest = operations.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<Requests.Call> operation : operations) {
                if (i < operation.size() && !isOwnKey(operation.get(i))) {
                    calls.add(operation.get(i));
                }
            }
        }
        return calls;
    }

    /** What would lock the fuzz out of its own account. */
    private static boolean isOwnKey(Requests.Call call) {
        return call.template().startsWith("/me") && call.method().equals("PATCH") && String.valueOf(call.body()).contains("assword");
    }

    private void send(Requests.Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + call.path())).timeout(Duration.ofSeconds(30))
                .header("Authorization", credentials).method(call.method(), call.body() == null
                        ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(call.body()));
        if (call.type() != null) {
            request.header("Content-Type", call.type());
        }
        if (call.headers().length > 0) {
            request.headers(call.headers());
        }
        try {
            String why = complaint(call, http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            if (why != null) {
                wrong.add(why + ": " + call);
            }
        } catch (IOException e) {
            wrong.add(e + ": " + call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sent.incrementAndGet();
    }

    /** What is wrong with the answer, or null. */
    private static String complaint(Requests.Call call, HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (status >= 500) {
            return status + " " + answer.body();
        }
        if (status >= 400) {
            if (!type.equals("application/problem+json")) {
                return status + " is no problem document but \"" + type + "\"";
            }
            JsonNode problem = call.method().equals("HEAD") ? null : JSON.readTree(answer.body());
            return problem == null || problem.path("status").asInt() == status && problem.hasNonNull("code") ? null
                    : status + " is a problem without status or code: " + answer.body();
        }
        if (!call.operation().has("responses")) {
            return call.method().equals("HEAD") || call.method().equals("OPTIONS") ? null : status + " to an unknown method";
        }
        JsonNode responses = call.operation().path("responses");
        if (!responses.has(String.valueOf(status))) {
            return status + " is not declared";
        }
        JsonNode content = responses.path(String.valueOf(status)).path("content");
        boolean declared = content.isMissingNode() ? answer.body().isEmpty() : content.has(type) || content.has("*/*")
                || answer.body().isEmpty();
        return declared ? null : status + " of the undeclared type \"" + type + "\"";
    }
}
