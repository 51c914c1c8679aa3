package com.pivotino.crm.support;

import com.pivotino.crm.api.Page;
import java.util.List;
import java.util.function.Function;

/**
 * The rows of one page. A list is read with one row more than the page takes, which tells whether another page follows.
 *
 * @param rows   those of the page
 * @param isLast whether no page follows
 */
public record PageRows<R>(List<R> rows, boolean isLast) {

    /**
     * Cuts off the row that is only there to tell of the next page.
     *
     * @param found up to {@code limit + 1} rows
     */
    public static <R> PageRows<R> of(List<R> found, int limit) {
        boolean last = found.size() <= limit;
        return new PageRows<>(last ? found : found.subList(0, limit), last);
    }

    /** The cursor behind the last row, or null on the last page. */
    public String next(Function<R, String> cursor) {
        return isLast ? null : cursor.apply(rows.get(rows.size() - 1));
    }

    /**
     * The page, row by row.
     *
     * @param total how many rows the list has, or null if nobody asked
     */
    public <T> Page<T> page(Function<R, T> view, Function<R, String> cursor, Long total) {
        return new Page<>(rows.stream().map(view).toList(), next(cursor), total);
    }
}
