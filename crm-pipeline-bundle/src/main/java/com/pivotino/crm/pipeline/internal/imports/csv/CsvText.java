package com.pivotino.crm.pipeline.internal.imports.csv;

import java.io.IOException;
import java.io.Writer;

/** Writes CSV that spreadsheets read as text: what they would take for a formula gets an apostrophe in front. */
public final class CsvText {

    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;

    public CsvText(Writer out) {
        this.out = out;
    }

    /** One record; null is an empty cell. */
    public void line(String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : ",");
            out.write(quoted(cells[i] == null ? "" : cells[i]));
        }
        out.write("\r\n");
    }

    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
