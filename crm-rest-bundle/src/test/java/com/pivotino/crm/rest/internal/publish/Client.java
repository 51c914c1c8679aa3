package com.pivotino.crm.rest.internal.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Calls the API as Anna with her key, unless told otherwise. */
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningApi server;

    public Client(RunningApi server) {
        this.server = server;
    }

    /** Status, headers and body of an answer. */
    public record Got(int status, HttpResponse<String> response) {

        public JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public String code() throws IOException {
            return json().path("code").asText();
        }
    }

    public Got get(String path, String... headers) throws Exception {
        return send("GET", path, null, headers);
    }

    public Got post(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, headers);
    }

    /** As Anna; a header with a null value is left out. */
    public Got send(String method, String path, String body, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer key-1", "Content-Type", "application/json"));
        all.addAll(Arrays.asList(headers));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri(path)));
        for (int i = 0; i < all.size(); i += 2) {
            if (all.get(i + 1) != null && all.lastIndexOf(all.get(i)) == i) {
                request.header(all.get(i), all.get(i + 1));
            }
        }
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Got(response.statusCode(), response);
    }
}
