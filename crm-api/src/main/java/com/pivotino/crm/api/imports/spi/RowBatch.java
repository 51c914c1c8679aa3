package com.pivotino.crm.api.imports.spi;

import com.pivotino.crm.api.Actor;
import java.util.List;
import java.util.Map;

/**
 * Rows of a file, in its order; at most 50.
 *
 * @param actor who asked for the run, with the rights of now
 * @param run   the run's id; with a row's line it names the row whenever it comes again
 */
public record RowBatch(Actor actor, long run, List<Row> rows) {

    public RowBatch {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param line     of the file on which the row begins, from 1
     * @param key      the same for the same cells in every file
     * @param recordId the record that the run made of the row; null before the row is written
     * @param cells    by field, trimmed; fields without a text are left out
     */
    public record Row(int line, String key, Long recordId, Map<String, List<String>> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }

        /** The text of a field of one column, or null. */
        public String text(String field) {
            return cells.containsKey(field) ? cells.get(field).get(0) : null;
        }
    }
}
