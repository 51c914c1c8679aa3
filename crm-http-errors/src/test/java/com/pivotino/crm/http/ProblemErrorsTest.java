package com.pivotino.crm.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** What Jetty refuses by itself, seen from a raw socket. */
public class ProblemErrorsTest {

    private final Server server = new Server(0);
    private volatile boolean stopping;

    @Before
    public void start() throws Exception {
        server.setErrorHandler(new ProblemErrors());
        HttpConfiguration configuration = ((ServerConnector) server.getConnectors()[0]).getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration();
        configuration.addCustomizer(new WhileStopping(() -> stopping));
        configuration.addCustomizer(new KnownMethods());
        server.addLifeCycleListener(new StrictLines());
        server.start();
    }

    @After
    public void stop() throws Exception {
        server.stop();
    }

    @Test
    public void an_address_over_the_limit_is_a_problem() throws Exception {
        assertProblem(414, "too_large", "GET /api/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @Test
    public void headers_over_the_limit_are_a_problem() throws Exception {
        assertProblem(431, "too_large", "GET /api HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n");
    }

    @Test
    public void what_is_no_request_is_a_problem() throws Exception {
        for (String request : new String[] {"nonsense\r\n\r\n", "GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nBad\0Name: y\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"}) {
            assertProblem(request.contains("9.9") ? 505 : 400, request.contains("9.9") ? "internal" : "malformed", request);
        }
    }

    @Test
    public void a_line_that_ends_in_a_bare_line_feed_is_a_problem() throws Exception {
        for (String request : new String[] {"GET /nowhere HTTP/1.1\nHost: x\r\n\r\n", "GET /nowhere HTTP/1.1\r\nHost: x\n\r\n",
            "GET /nowhere HTTP/1.1\r\nHost: x\r\n\n", "\nGET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n"}) {
            assertProblem(400, "malformed", request);
        }
        assertProblem(404, "not_found",
                "\r\nPOST /nowhere.txt HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nConnection: close\r\n\r\na\n\nb");
        String two = raw("GET /one.txt HTTP/1.1\r\nHost: x\r\n\r\nGET /two.txt HTTP/1.1\r\nHost: x\nX: y\r\n\r\n");
        assertTrue(two, two.contains("HTTP/1.1 404") && two.contains("HTTP/1.1 400"));
    }

    @Test
    public void from_the_begin_of_a_stop_all_is_503_and_live_is_live() throws Exception {
        stopping = true;
        for (String path : new String[] {"/nowhere.txt", "/api/me", "/"}) {
            assertProblem(503, "unavailable", "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        }
        assertTrue(raw("GET /api/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").contains("{\"status\":\"live\"}"));
    }

    @Test
    public void unknown_methods_are_a_problem() throws Exception {
        for (String method : new String[] {"TRACE", "PROPFIND", "LINK"}) {
            assertProblem(405, "method_not_allowed", method + " /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        }
    }

    @Test
    public void where_nothing_is_a_problem_tells_so() throws Exception {
        assertProblem(404, "not_found", "GET /nowhere.txt HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    }

    @Test
    public void while_the_bundle_of_a_path_is_away_a_problem_says_when_to_try_again() throws Exception {
        for (String path : new String[] {"/", "/opportunities/12", "/api/me", "/ui/app.js"}) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            assertProblem(503, "unavailable", request);
            assertTrue(raw(request).contains("Retry-After: 2\r\n"));
        }
    }

    @Test
    public void liveness_is_answered_while_nothing_else_is_there() throws Exception {
        String answer = raw("GET /api/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(answer, answer.startsWith("HTTP/1.1 200"));
        assertTrue(answer, answer.endsWith("{\"status\":\"live\"}"));
    }

    private void assertProblem(int status, String code, String request) throws IOException {
        String answer = raw(request);
        Matcher parts = Pattern.compile("HTTP/1.1 (\\d+).*?\r\n\r\n(.*)", Pattern.DOTALL).matcher(answer);
        assertTrue(answer, parts.matches());
        assertEquals(answer, status, Integer.parseInt(parts.group(1)));
        assertTrue(answer, answer.contains("Content-Type: application/problem+json\r\n"));
        assertTrue(answer, answer.contains("X-Content-Type-Options: nosniff\r\n"));
        JsonNode problem = new ObjectMapper().readTree(parts.group(2));
        assertEquals(code, problem.get("code").asText());
        assertEquals("urn:pivotino:crm:problem:" + code, problem.get("type").asText());
        assertEquals(status, problem.get("status").asInt());
        assertFalse(problem.get("title").asText().isEmpty());
        assertFalse(problem.get("detail").asText().isEmpty());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ((ServerConnector) server.getConnectors()[0]).getLocalPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
