package com.pivotino.crm.imports.internal.plan;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a kind that a plugin brings: their cells by field, and nothing read into them. */
public final class FieldReader {

    private final List<ImportColumn> columns;

    public FieldReader(ImportFile file) {
        this.columns = file.columns().stream().filter(column -> column.field() != null).toList();
    }

    /** A draft of the row without members, named by its content. */
    public ParsedRow read(CsvRow row) {
        ParsedRow draft = new ParsedRow(row, field -> columns.stream().filter(column -> column.field().equals(field))
                .map(ImportColumn::name).findFirst().orElse(null));
        draft.named(RowReader.contentKey(row));
        return draft;
    }

    /** The texts that go to each field, in the order of the columns; fields without a text are left out. */
    public Map<String, List<String>> cells(CsvRow row) {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (ImportColumn column : columns) {
            if (!row.cell(column.place()).isEmpty()) {
                cells.computeIfAbsent(column.field(), field -> new ArrayList<>()).add(row.cell(column.place()));
            }
        }
        return cells;
    }
}
