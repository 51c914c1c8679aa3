package com.pivotino.crm.imports.internal.csv;

import java.util.List;

/**
 * One record of a file.
 *
 * @param line  the line of the file on which it begins, from 1
 * @param copy  1 for the first record with exactly these cells, 2 for the second, ...
 * @param cells trimmed, never null, as many as the record has
 */
public record CsvRow(int line, int copy, List<String> cells) {

    public CsvRow {
        cells = List.copyOf(cells);
    }

    public CsvRow(int line, List<String> cells) {
        this(line, 1, cells);
    }

    /** The cell, empty if the record is too short. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
