package com.pivotino.crm.rest.internal.publish;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Bodies that come slowly, in part or broken. */
public class SlowBodiesTest {

    private static final String JSON = "Host: x\r\nContent-Type: application/json\r\n";

    private static RunningApi server;
    private static Client client;

    @BeforeClass
    public static void start() throws Exception {
        server = new RunningApi();
        server.api.publish(new CardResource());
        client = new Client(server);
    }

    @AfterClass
    public static void stop() throws Exception {
        server.close();
    }

    @Test(timeout = 30_000)
    public void three_hundred_slow_senders_stop_nobody() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(send("POST /api/cards/login HTTP/1.1\r\n" + JSON + "Content-Length: 200\r\n\r\n{"));
            }
            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                assertEquals(200, client.get("/api/cards/who").status());
                assertEquals(422, client.post("/api/cards", "null").status());
                assertTrue(System.nanoTime() - start < 2_000_000_000L);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test(timeout = 30_000)
    public void a_body_that_comes_in_parts_is_read_whole() throws Exception {
        String body = "{\"stageId\": 1, \"closing\": \"2026-05-01\"}";
        try (Socket socket = send("POST /api/cards HTTP/1.1\r\n" + JSON + "Authorization: Bearer key-1\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body.substring(0, 9))) {
            awaitInside();
            socket.getOutputStream().write(body.substring(9).getBytes(StandardCharsets.US_ASCII));
            String answer = answer(socket);
            assertTrue(answer, answer.startsWith("HTTP/1.1 201 "));
            assertTrue(answer, answer.contains("X-Content-Type-Options: nosniff"));
        }
    }

    @Test(timeout = 30_000)
    public void a_body_that_stays_away_is_408() throws Exception {
        try (Socket socket = send("POST /api/cards HTTP/1.1\r\n" + JSON + "Content-Length: 20\r\n\r\n{")) {
            String answer = answer(socket);
            assertTrue(answer, answer.startsWith("HTTP/1.1 408 "));
            assertTrue(answer, answer.contains("\"code\":\"timeout\""));
        }
    }

    @Test(timeout = 30_000)
    public void malformed_chunks_are_400() throws Exception {
        for (String chunk : List.of("ZZ\r\n{}\r\n0\r\n\r\n", "FFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n")) {
            try (Socket socket = send("POST /api/cards HTTP/1.1\r\n" + JSON + "Authorization: Bearer key-1\r\n"
                    + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk)) {
                String answer = answer(socket);
                assertTrue(chunk + answer, answer.startsWith("HTTP/1.1 400 "));
                assertTrue(answer, answer.contains("application/problem+json"));
            }
        }
    }

    @Test(timeout = 30_000)
    public void a_stranger_may_not_send_much() throws Exception {
        assertEquals(413, client.send("POST", "/api/cards/login", "\"" + "x".repeat(300_000) + "\"", "Authorization", null).status());
    }

    private static void awaitInside() {
        while (server.requestsInside() == 0) {
            Thread.onSpinWait();
        }
    }

    private static Socket send(String text) throws Exception {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws Exception {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
