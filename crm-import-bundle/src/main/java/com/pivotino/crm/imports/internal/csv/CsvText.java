package com.pivotino.crm.imports.internal.csv;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes CSV that spreadsheets read as text: what they would take for a formula gets an apostrophe in front, and so does
 * what begins with one, so that reading takes off exactly what writing has put there.
 */
public final class CsvText {

    /** The full-width twins too: spreadsheets take them for the same. */
    private static final String FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";
    private static final String MARKED = FORMULA + "'";

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

    /** The cell as it was before {@link #line} put an apostrophe in front. */
    static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && MARKED.indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell;
    }

    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && MARKED.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
