package com.pivotino.crm.chatter.internal.delivery;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class DeliveryCellsTest {

    @Test
    public void rows_survive_being_one_text_whatever_stands_in_their_cells() {
        List<String[]> rows = List.of(new String[] {"a", null, "", "="}, new String[] {"a", null, "\\N", "="},
                new String[] {"tab\there", "two\nlines\r", "\\t", "=="}, new String[] {null, "\u001f", "\\", "\\="});
        List<String[]> read = DeliveryCells.rows(DeliveryCells.text(rows));
        assertEquals(rows.size(), read.size());
        for (int i = 0; i < rows.size(); i++) {
            assertArrayEquals(rows.get(i), read.get(i));
        }
    }
}
