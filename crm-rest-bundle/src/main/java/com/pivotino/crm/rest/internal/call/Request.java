package com.pivotino.crm.rest.internal.call;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.rest.Caller;
import com.pivotino.crm.rest.internal.http.ApiRequest;
import com.pivotino.crm.rest.internal.http.LimitedBody;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** The request behind a CXF message. */
final class Request {

    /** Query parameter of every changing call: answer as if, and do nothing. */
    static final String DRY_RUN = "dryRun";

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final int KEY_CHARS = 200;

    private final Message message;
    private final ApiRequest http;

    Request(Message message) {
        this.message = message;
        this.http = (ApiRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
    }

    ApiRequest http() {
        return http;
    }

    Caller caller() {
        return message.get(Caller.class);
    }

    String method() {
        return http.getMethod();
    }

    /** The path with its base, as it came. */
    String path() {
        return http.getRequestURI();
    }

    boolean changes() {
        return !method().equals("GET") && !method().equals("HEAD") && !method().equals("OPTIONS");
    }

    boolean isDryRun() {
        String value = query().getOrDefault(DRY_RUN, List.of("false")).get(0);
        if (!value.equals("true") && !value.equals("false")) {
            throw CrmException.invalid(DRY_RUN, "invalid", "This is true or false.");
        }
        return value.equals("true");
    }

    /** The idempotency key of a POST, or null. */
    String idempotencyKey() {
        String key = method().equals("POST") ? http.getHeader(KEY_HEADER) : null;
        if (key != null && (key.isBlank() || key.length() > KEY_CHARS)) {
            throw CrmException.invalid(KEY_HEADER, "invalid", "A key has 1 to " + KEY_CHARS + " characters.");
        }
        return key;
    }

    /** The body, cut at its limit. */
    LimitedBody body() {
        return http.body();
    }

    /** All query parameters, decoded, in the order in which they came. */
    Map<String, List<String>> query() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = http.getQueryString();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
