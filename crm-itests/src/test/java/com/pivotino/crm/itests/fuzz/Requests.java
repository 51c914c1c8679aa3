package com.pivotino.crm.itests.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Requests made from the contract: for every operation valid ones, and such as are wrong in one place each. */
final class Requests {

    private static final List<String> IDS = List.of("1", "999999999", "0", "-1", "9223372036854775808", "x", "%F0%9F%98%80");
    private static final List<String> PARAMETERS = List.of("", "x", "-1", "0", "99999999999999999999", "+999999999-12-31",
            "-999999999-01-01",
            "1899-12-31", "true", "id:1", "%", "'", "\u0000");
    private static final List<String> TYPES = List.of("", "nonsense", "text/plain", "text/plain; charset=\"",
            "application/json; charset=latin1",
            "multipart/form-data", "*/*", "application/xml");

    private final JsonNode contract;
    private final Schemas schemas;

    Requests(JsonNode contract) {
        this.contract = contract;
        this.schemas = new Schemas(contract);
    }

    /**
     * One request.
     *
     * @param operation its description in the contract; missing for methods that it does not know
     * @param type      the Content-Type, or null for none
     * @param body      or null
     * @param headers   further headers, name and value in turn
     */
    record Call(String method, String template, String path, JsonNode operation, String type, String body, String... headers) {
        @Override
        public String toString() {
            String shown = body == null ? "" : body.substring(0, Math.min(160, body.length()));
            return method + " " + path + " " + (type == null ? "-" : type) + " " + String.join(" ", headers) + " " + shown;
        }
    }

    /** For each operation its requests, the valid ones first, the others in random order. */
    List<List<Call>> all(Random random) {
        List<List<Call>> all = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> paths = contract.path("paths").fields(); paths.hasNext();) {
            Map.Entry<String, JsonNode> path = paths.next();
            for (Iterator<Map.Entry<String, JsonNode>> methods = path.getValue().fields(); methods.hasNext();) {
                Map.Entry<String, JsonNode> method = methods.next();
                if (method.getValue().has("responses") && !path.getKey().equals("/stream")) {
                    all.add(of(method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue(), random));
                }
            }
            all.add(List.of("TRACE", "HEAD", "OPTIONS", "LINK").stream().filter(method -> !path.getKey().equals("/stream"))
                    .map(method -> new Call(method, path.getKey(), target(path.getKey(), "x"),
                            contract.path("none"), null, null)).toList());
        }
        return all;
    }

    private List<Call> of(String method, String template, JsonNode operation, Random random) {
        List<Call> calls = new ArrayList<>();
        JsonNode content = schemas.resolved(operation.path("requestBody")).path("content");
        String type = content.isEmpty() ? null : content.fieldNames().next();
        JsonNode schema = type == null ? contract.path("none") : content.path(type).path("schema");
        boolean json = type != null && type.contains("json");
        JsonNode valid = json ? schemas.valid(schema) : null;
        String body = json ? valid.toString() : type == null ? null : "name\nA\n";
        String good = target(template, "1");
        calls.add(new Call(method, template, good, operation, type, body));
        List<Call> wrong = new ArrayList<>();
        if (template.contains("{")) {
            IDS.forEach(id -> wrong.add(new Call(method, template, target(template, id), operation, type, body)));
        }
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = schemas.resolved(reference);
            if (parameter.path("in").asText().equals("query")) {
                PARAMETERS.forEach(value -> wrong.add(new Call(method, template, good + "?" + parameter.path("name").asText() + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8), operation, type, body)));
            }
        }
        for (String header : List.of("If-Match", "If-None-Match", "Idempotency-Key", "Accept", "Accept-Encoding", "Range", "Cookie")) {
            wrong.add(new Call(method, template, good, operation, type, body, header, "\"nonsense, ;=*/"));
        }
        calls.add(new Call(method, template, good, operation, type, body, "If-None-Match", "*"));
        if (type != null) {
            TYPES.forEach(other -> wrong.add(new Call(method, template, good, operation, other.isEmpty() ? null : other, body)));
        }
        if (json) {
            for (String other : List.of("", "null", "[]", "{", "\"x\"", "{}", "{\"nonsense\": 1}", "\ufeff{}", "[".repeat(2000))) {
                wrong.add(new Call(method, template, good, operation, type, other));
            }
            schemas.members(schema).forEach((name, member) -> schemas.broken(member).forEach(value -> {
                ObjectNode changed = valid.deepCopy();
                changed.set(name, value);
                wrong.add(new Call(method, template, good, operation, type, changed.toString()));
            }));
        }
        Collections.shuffle(wrong, random);
        calls.addAll(wrong);
        return calls;
    }

    private static String target(String template, String id) {
        return template.replaceAll("\\{type}", "opportunity").replaceAll("\\{[^}]*}", id);
    }
}
