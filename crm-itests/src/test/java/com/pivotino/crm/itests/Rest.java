package com.pivotino.crm.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A REST client of the product as a stranger would write it: Basic credentials, JSON, nothing of our own code. */
public final class Rest {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** @param base such as {@code http://127.0.0.1:8181}, without the {@code /api} */
    public Rest(String base) {
        this.base = base;
    }

    /** The same server, signed in with Basic credentials. */
    public Rest as(String login, String password) {
        String credentials = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + credentials);
    }

    /** The same client with one more header. */
    public Rest with(String name, String value) {
        Rest copy = new Rest(base);
        copy.headers.putAll(headers);
        copy.headers.put(name, value);
        return copy;
    }

    public Reply get(String path) {
        return send("GET", path, "application/json", null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    public Reply patch(String path, Object body) {
        return send("PATCH", path, "application/merge-patch+json", json(body));
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, "application/json", json(body));
    }

    public Reply delete(String path) {
        return send("DELETE", path, "application/json", null);
    }

    /** Sends any body of any type. */
    public Reply send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api" + path)).timeout(Duration.ofSeconds(60))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::setHeader);
        try {
            return new Reply(method + " " + path, http.send(request.build(), Rest::body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The text of an answer; an event stream, which never ends, is closed at once. */
    private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo head) {
        boolean endless = head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return !endless ? HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8)
                : HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofInputStream(), Rest::close);
    }

    private static String close(InputStream in) {
        try {
            in.close();
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(Object body) {
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer with its request, so that a failing test tells both. */
    public record Reply(String request, HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (IOException e) {
                throw new UncheckedIOException("No JSON from " + this, e);
            }
        }

        /** The answer itself, if it has this status; else the test fails and shows it. */
        public Reply expect(int status) {
            if (status() != status) {
                throw new AssertionError("Wanted " + status + " but " + this);
            }
            return this;
        }

        public long id() {
            return json().path("id").asLong();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        @Override
        public String toString() {
            return request + " answered " + status() + " " + http.body();
        }
    }
}
