package com.pivotino.crm.imports.internal.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Some hundred records in one small field of the database: how an uploaded file waits for its run. */
public final class RowBlock {

    private RowBlock() {
    }

    /** The records, packed. */
    public static byte[] pack(List<CsvRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(rows.size());
            for (CsvRow row : rows) {
                out.writeInt(row.line());
                out.writeInt(row.copy());
                out.writeInt(row.cells().size());
                for (String cell : row.cells()) {
                    byte[] text = cell.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The records as they were packed. */
    public static List<CsvRow> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            int size = in.readInt();
            List<CsvRow> rows = new ArrayList<>(size);
            for (int r = 0; r < size; r++) {
                int line = in.readInt();
                int copy = in.readInt();
                int width = in.readInt();
                List<String> cells = new ArrayList<>(width);
                for (int c = 0; c < width; c++) {
                    cells.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
                }
                rows.add(new CsvRow(line, copy, cells));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
