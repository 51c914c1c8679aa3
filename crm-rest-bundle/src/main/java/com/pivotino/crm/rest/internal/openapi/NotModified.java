package com.pivotino.crm.rest.internal.openapi;

import java.util.List;
import java.util.Map;

/** Declares 304 wherever an operation takes {@code If-None-Match}: the publisher answers it, so no fragment has to say so. */
final class NotModified {

    private static final String STATUS = "304";
    private static final Map<String, Object> PARAMETER = Map.of("$ref", "#/components/parameters/ifNoneMatch");
    private static final Map<String, Object> ANSWER = Map.of("description", "The caller holds the current state already");

    private NotModified() {
    }

    static void declare(Map<String, Object> paths) {
        for (Object path : paths.values()) {
            if (path instanceof Map<?, ?> operations) {
                operations.values().forEach(NotModified::declareAt);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void declareAt(Object operation) {
        if (operation instanceof Map<?, ?> described && described.get("parameters") instanceof List<?> parameters
                && parameters.contains(PARAMETER) && described.get("responses") instanceof Map<?, ?> responses) {
            ((Map<String, Object>) responses).putIfAbsent(STATUS, ANSWER);
        }
    }
}
