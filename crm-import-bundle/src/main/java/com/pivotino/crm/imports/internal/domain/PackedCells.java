package com.pivotino.crm.imports.internal.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.csv.RowBlock;

/** A small map of texts in one field of the database. */
final class PackedCells {

    private PackedCells() {
    }

    static byte[] pack(Map<String, String> cells) {
        return RowBlock.pack(List.of(new CsvRow(0, List.copyOf(cells.keySet())), new CsvRow(0, List.copyOf(cells.values()))));
    }

    /** In the order in which it was packed; empty for null. */
    static Map<String, String> unpack(byte[] packed) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (packed != null) {
            List<CsvRow> rows = RowBlock.unpack(packed);
            for (int i = 0; i < rows.get(0).cells().size(); i++) {
                cells.put(rows.get(0).cell(i), rows.get(1).cell(i));
            }
        }
        return cells;
    }
}
