package com.pivotino.crm.pipeline.internal.imports.csv;

import java.util.List;

/**
 * One record of a file.
 *
 * @param line  the line of the file on which it begins, from 1
 * @param cells trimmed, never null, as many as the record has
 */
public record CsvRow(int line, List<String> cells) {

    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** The cell, empty if the record is too short. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
