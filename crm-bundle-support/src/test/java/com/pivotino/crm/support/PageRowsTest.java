package com.pivotino.crm.support;

import static org.junit.Assert.assertEquals;

import com.pivotino.crm.api.Page;
import java.util.List;
import org.junit.Test;

public class PageRowsTest {

    @Test
    public void the_row_too_many_is_cut_off_and_the_cursor_stands_behind_the_last_one_shown() {
        assertEquals(new Page<>(List.of("1", "2"), "after 2", 9L), page(List.of(1, 2, 3)));
    }

    @Test
    public void the_last_page_has_no_cursor() {
        assertEquals(new Page<>(List.of("1", "2"), null, 9L), page(List.of(1, 2)));
        assertEquals(new Page<>(List.of(), null, 9L), page(List.of()));
    }

    private static Page<String> page(List<Integer> found) {
        return PageRows.of(found, 2).page(String::valueOf, last -> "after " + last, 9L);
    }
}
