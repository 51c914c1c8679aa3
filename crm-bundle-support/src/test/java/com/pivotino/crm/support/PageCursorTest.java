package com.pivotino.crm.support;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.CrmException;
import java.time.Instant;
import org.junit.Test;

public class PageCursorTest {

    private static final Instant NOON = Instant.parse("2026-06-03T12:00:00.000001Z");

    @Test
    public void what_was_given_out_is_read_back() {
        assertEquals(7, PageCursor.number(Cursor.of(7), 0));
        assertEquals(new PageCursor.Moment(NOON, 7L), PageCursor.moment(Cursor.of(NOON, 7)));
    }

    @Test
    public void without_a_cursor_a_list_begins_at_its_start() {
        assertEquals(Long.MAX_VALUE, PageCursor.number(null, Long.MAX_VALUE));
        assertEquals(new PageCursor.Moment(null, null), PageCursor.moment(null));
    }

    @Test
    public void what_no_list_gave_out_is_refused_by_name() {
        for (String cursor : new String[] {"x", Cursor.of("seven"), Cursor.of(-7), Cursor.of((Object) null), Cursor.of(7, 7),
            Cursor.of("99999999999999999999")}) {
            refused(() -> PageCursor.number(cursor, 0));
        }
        for (String cursor : new String[] {"x", Cursor.of(NOON), Cursor.of("noon", 7), Cursor.of(NOON, "seven"), Cursor.of(null, 7)}) {
            refused(() -> PageCursor.moment(cursor));
        }
    }

    private static void refused(Runnable read) {
        CrmException problem = assertThrows(CrmException.class, read::run);
        assertEquals("validation_failed", problem.code());
        assertEquals("cursor", problem.fields().get(0).field());
    }
}
