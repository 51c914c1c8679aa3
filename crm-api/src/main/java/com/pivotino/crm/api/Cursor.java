package com.pivotino.crm.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The opaque cursor of keyset paging: the sort values of the last row, in base64url. */
public final class Cursor {

    private static final char SEPARATOR = '\u001f';

    private Cursor() {
    }

    /** Makes a cursor of the last row's sort values; null values are kept. */
    public static String of(Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(value == null ? "" : "=" + value).append(SEPARATOR);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor back into as many texts as {@link #of} was given values.
     *
     * @throws CrmException {@code validation_failed} on field {@code cursor} if it is not one of ours
     */
    public static List<String> parse(String cursor, int size) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> values = new ArrayList<>();
            for (String part : text.split(String.valueOf(SEPARATOR), -1)) {
                values.add(part.isEmpty() ? null : part.substring(1));
            }
            values.remove(values.size() - 1);
            if (values.size() == size) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    /**
     * What a list says to a cursor that it did not give out: {@code validation_failed} on {@code cursor}.
     *
     * @param cause what showed it, or null
     */
    public static CrmException refused(Throwable cause) {
        FieldProblem problem = new FieldProblem("cursor", "invalid", "Use the cursor of an earlier answer of the same list.");
        return new CrmException(CrmException.Kind.VALIDATION, "validation_failed", problem.message(), List.of(problem), Map.of(), cause);
    }
}
