package com.pivotino.crm.rest.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.Versioned;
import com.pivotino.crm.rest.internal.json.Json;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** Makes the answer of what a resource method returned: JSON, {@code ETag}, {@code Link}, {@code Location}, 304. */
final class Replies {

    private final Json json;

    Replies(Json json) {
        this.json = json;
    }

    Reply of(Object result, Request request) {
        Response given = result instanceof Response response ? response : null;
        Object value = given == null ? result : given.getEntity();
        if (given != null && isRaw(given, value)) {
            return Reply.raw(given);
        }
        int status = given != null ? given.getStatus() : value == null ? 204 : 200;
        Map<String, List<String>> headers = new TreeMap<>();
        if (given != null) {
            headers.putAll(given.getStringHeaders());
            headers.computeIfPresent(HttpHeaders.LOCATION, (name, location) -> List.of(own(location.get(0), request)));
            headers.remove(HttpHeaders.CONTENT_TYPE);
        }
        Object state = value instanceof Answer<?> answer ? answer.value() : value;
        if (state instanceof Versioned versioned && status < 300) {
            headers.put(HttpHeaders.ETAG, List.of("\"" + versioned.version() + "\""));
        }
        if (value instanceof Page<?> page && page.next() != null) {
            headers.put(HttpHeaders.LINK, List.of("<" + next(request, page.next()) + ">; rel=\"next\""));
        }
        if (status == 200 && !request.changes() && isKnown(headers.get(HttpHeaders.ETAG), request)) {
            return Reply.json(304, headers, new byte[0]);
        }
        return Reply.json(status, headers, value == null ? new byte[0] : json.bytes(shaped(value)));
    }

    /** What has a media type of its own is passed on as it is. */
    private static boolean isRaw(Response given, Object value) {
        MediaType type = given.getMediaType();
        boolean notJson = type != null && !type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        return notJson || value instanceof byte[] || value instanceof InputStream || value instanceof StreamingOutput;
    }

    private Object shaped(Object value) {
        if (!(value instanceof Answer<?> answer)) {
            return value;
        }
        JsonNode state = json.tree(answer.value());
        ObjectNode flat = state instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        if (!(state instanceof ObjectNode) && answer.value() != null) {
            flat.set("value", state);
        }
        flat.set("effects", json.tree(answer.effects()));
        flat.put("causeId", answer.causeId());
        if (answer.undo() != null) {
            flat.set("undo", json.tree(answer.undo()));
        }
        return flat;
    }

    /** A location of ours without scheme and host, whatever Host header the caller has sent. */
    private static String own(String location, Request request) {
        URI uri = URI.create(location);
        if (uri.isAbsolute() && !request.http().getServerName().equalsIgnoreCase(uri.getHost())) {
            return location;
        }
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String next(Request request, String cursor) {
        Map<String, List<String>> query = new LinkedHashMap<>(request.query());
        query.put("cursor", List.of(cursor));
        return request.path() + query.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean isKnown(List<String> etag, Request request) {
        String header = request.http().getHeader(HttpHeaders.IF_NONE_MATCH);
        return etag != null && header != null && (header.strip().equals("*") || Arrays.stream(header.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", "")).anyMatch(etag.get(0)::equals));
    }
}
