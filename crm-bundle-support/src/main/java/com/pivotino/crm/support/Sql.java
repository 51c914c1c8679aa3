package com.pivotino.crm.support;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.persistence.Query;

/** Native queries with question marks. */
public final class Sql {

    private Sql() {
    }

    /** Sets the values, one for each question mark, in order. */
    public static Query bind(Query query, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    /** A question mark for each value, with commas between. */
    public static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    /** The rows of a query for several columns. */
    @SuppressWarnings("unchecked")
    public static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
