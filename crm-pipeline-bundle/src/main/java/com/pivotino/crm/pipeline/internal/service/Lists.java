package com.pivotino.crm.pipeline.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import java.util.List;
import java.util.function.Function;

/** Pages of short lists that are read as a whole, such as stages and reasons. */
final class Lists {
    private Lists() {
    }

    /** The page behind the row whose key the cursor holds. */
    static <T> Page<T> page(List<T> all, ListQuery query, Function<T, String> key) {
        int from = 0;
        if (query.cursor() != null) {
            String last = Cursor.parse(query.cursor(), 1).get(0);
            List<String> keys = all.stream().map(key).toList();
            if (!keys.contains(last)) {
                throw CrmException.invalid("cursor", "gone", "The list has changed; begin anew.");
            }
            from = keys.indexOf(last) + 1;
        }
        int to = Math.min(all.size(), from + query.limit());
        List<T> items = all.subList(from, to);
        return new Page<>(items, to < all.size() ? Cursor.of(key.apply(items.get(items.size() - 1))) : null,
                query.count() ? (long) all.size() : null);
    }

    /** Filter {@code active}: true (default), false, all. */
    static boolean matchesActive(ListQuery query, boolean active) {
        String wanted = query.filter("active");
        return "all".equals(wanted) || active == !"false".equals(wanted);
    }
}
