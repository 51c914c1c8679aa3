package com.pivotino.crm.rest.internal.problem;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.FieldProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as REST.md shows it (RFC 9457).
 *
 * @param status the HTTP status
 * @param code   the stable code
 * @param detail one sentence for a person, without internals
 * @param fields the members at fault
 * @param extras further members, such as {@code current} or {@code incident}
 */
public record Problem(int status, String code, String detail, List<FieldProblem> fields, Map<String, Object> extras) {

    public static final String TYPE = "application/problem+json";

    /** Extra member of a {@code CrmException} and of the answer: seconds until it is worth to try again. */
    public static final String RETRY_AFTER = "retryAfter";

    private static final Map<Integer, String> TITLES = Map.ofEntries(Map.entry(400, "Bad request"),
            Map.entry(401, "Not signed in"), Map.entry(403, "Not allowed"), Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"), Map.entry(406, "Not acceptable"), Map.entry(408, "Too slow"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Changed in the meantime"), Map.entry(413, "Too large"), Map.entry(414, "Address too long"),
            Map.entry(415, "Unsupported media type"), Map.entry(422, "Not valid"), Map.entry(429, "Too many requests"),
            Map.entry(431, "Headers too large"), Map.entry(500, "Internal error"), Map.entry(503, "Not available"));

    private static final Map<Integer, String> CODES = Map.of(400, "malformed", 401, "unauthenticated", 403, "forbidden",
            404, "not_found", 405, "method_not_allowed", 406, "not_acceptable", 408, "timeout", 413, "too_large",
            415, "unsupported_media_type", 503, "unavailable");

    private static final int DEFAULT_RETRY_AFTER = 2;

    public Problem {
        fields = List.copyOf(fields);
        extras = Map.copyOf(extras);
    }

    public Problem(int status, String code, String detail) {
        this(status, code, detail, List.of(), Map.of());
    }

    /** What a service refused. */
    public static Problem of(CrmException e) {
        return new Problem(e.kind().status(), e.code(), e.getMessage(), e.fields(), e.extras());
    }

    /** What the HTTP or JAX-RS layer refused; its own words are not passed on. */
    public static Problem ofStatus(int status) {
        String title = TITLES.getOrDefault(status, status < 500 ? "Bad request" : "Internal error");
        return new Problem(status, CODES.getOrDefault(status, status < 500 ? "malformed" : "internal"), title + ".");
    }

    /** 500 with the number under which the log holds the rest. */
    public static Problem incident(String incident) {
        return new Problem(500, "internal", "Something went wrong here; nothing was changed. Tell the operator the incident number.",
                List.of(), Map.of("incident", incident));
    }

    /** 503 of a part of the product that is not there at the moment. */
    public static Problem away() {
        return new Problem(503, "unavailable", "This part is not available at the moment. Try again shortly.");
    }

    /** There is no room for what was sent; nothing of it was kept. */
    public static Problem full() {
        return new Problem(503, "unavailable", "There is no room here to keep this. Tell the operator.");
    }

    /** Seconds for the {@code Retry-After} header, or null if it does not belong there. */
    public Integer retryAfter() {
        if (extras.get(RETRY_AFTER) instanceof Number seconds) {
            return Math.max(1, seconds.intValue());
        }
        return status == 503 || status == 429 ? Integer.valueOf(DEFAULT_RETRY_AFTER) : null;
    }

    /** The members in the order of REST.md. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:pivotino:crm:problem:" + code);
        members.put("title", TITLES.getOrDefault(status, "Error"));
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        if (!fields.isEmpty()) {
            members.put("fields", fields);
        }
        extras.forEach(members::putIfAbsent);
        return members;
    }
}
