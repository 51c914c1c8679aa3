package com.pivotino.crm.support;

import com.pivotino.crm.api.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Reads the cursors of lists back. A cursor that no list gave out is {@code validation_failed} on {@code cursor}, also where its
 * values are of the wrong kind.
 */
public final class PageCursor {

    private PageCursor() {
    }

    /**
     * A place in a list that is ordered by time, then by id.
     *
     * @param at null for the beginning
     * @param id null for the beginning
     */
    public record Moment(Instant at, Long id) {
    }

    /**
     * The number that a cursor of one value holds, such as an id.
     *
     * @param cursor of the request, or null
     * @param start  the answer for null
     */
    public static long number(String cursor, long start) {
        return cursor == null ? start : digits(Cursor.parse(cursor, 1).get(0));
    }

    /** The moment and the id that a cursor of two values holds; those of the beginning for null. */
    public static Moment moment(String cursor) {
        if (cursor == null) {
            return new Moment(null, null);
        }
        List<String> last = Cursor.parse(cursor, 2);
        try {
            return new Moment(Instant.parse(String.valueOf(last.get(0))), digits(last.get(1)));
        } catch (DateTimeException e) {
            throw Cursor.refused(e);
        }
    }

    private static long digits(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw Cursor.refused(null);
        }
        return Long.parseLong(text);
    }
}
