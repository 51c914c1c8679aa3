package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.api.Cursor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.support.PageRows;
import com.pivotino.crm.support.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.Query;

/**
 * One list in a stable order, page by page: the order is a text column, then the id. A page starts after the sort values
 * of the last row of the one before, so rows that come and go in between shift nothing.
 */
final class Keyset<E> {

    private final Class<E> entity;
    private final String table;
    private final String nameColumn;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Keyset(Class<E> entity, String table, String nameColumn) {
        this.entity = entity;
        this.table = table;
        this.nameColumn = nameColumn;
    }

    /** Adds a condition with one {@code ?} for each value. */
    Keyset<E> where(String condition, Object... its) {
        conditions.add(condition);
        values.addAll(List.of(its));
        return this;
    }

    /**
     * Reads one page.
     *
     * @param key   the name column's value of a row
     * @param id    the id of a row
     * @param value what the list holds of a row
     */
    <V> Page<V> page(EntityManager em, ListQuery query, Function<E, String> key, Function<V, Long> id,
            Function<E, V> value) {
        String sort = query.sort() == null ? "name" : query.sort();
        boolean down = sort.startsWith("-");
        String field = down ? sort.substring(1) : sort;
        if (!Map.of("name", nameColumn, "id", "id").containsKey(field)) {
            throw CrmException.invalid("sort", "invalid", "Sort by name or id.");
        }
        Long total = query.count() ? count(em) : null;
        boolean byName = field.equals("name");
        if (query.cursor() != null) {
            after(Cursor.parse(query.cursor(), 2), byName, down ? "<" : ">");
        }
        String direction = down ? " DESC" : "";
        String order = (byName ? nameColumn + direction + ", " : "") + "id" + direction;
        Query rows = bind(em.createNativeQuery("SELECT * FROM " + table + clause() + " ORDER BY " + order, entity));
        @SuppressWarnings("unchecked")
        List<E> found = rows.setMaxResults(query.limit() + 1).getResultList();
        PageRows<E> shown = PageRows.of(found, query.limit());
        List<V> items = shown.rows().stream().map(value).toList();
        return new Page<>(items, shown.next(last -> Cursor.of(byName ? key.apply(last) : sort, id.apply(items.get(items.size() - 1)))),
                total);
    }

    private void after(List<String> last, boolean byName, String than) {
        long lastId = number(last.get(1));
        if (byName) {
            String name = last.get(0) == null ? "" : last.get(0);
            where("(" + nameColumn + " " + than + " ? OR (" + nameColumn + " = ? AND id " + than + " ?))", name, name, lastId);
        } else {
            where("id " + than + " ?", lastId);
        }
    }

    private static long number(String text) {
        if (text == null || !text.matches("\\d{1,18}")) {
            throw Cursor.refused(null);
        }
        return Long.parseLong(text);
    }

    private long count(EntityManager em) {
        return ((Number) bind(em.createNativeQuery("SELECT COUNT(*) FROM " + table + clause())).getSingleResult()).longValue();
    }

    private String clause() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private Query bind(Query query) {
        return Sql.bind(query, values);
    }
}
