package com.pivotino.crm.imports.internal.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportColumn;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.value.PersonName;

/** The cells of a row by the fields that their columns go to; what all kinds of import have in common. */
final class RowReader {

    static final int NAME_LENGTH = 200;

    private final Map<String, ImportColumn> byField = new LinkedHashMap<>();
    private final List<ImportColumn> columns;
    private final Meanings meanings;

    RowReader(ImportFile file, Meanings meanings) {
        this.columns = file.columns();
        this.meanings = meanings;
        columns.stream().filter(column -> column.field() != null).forEach(column -> byField.putIfAbsent(column.field(), column));
    }

    /** A draft of the row, without members. */
    ParsedRow begin(CsvRow row) {
        return new ParsedRow(row, this::columnName);
    }

    /** The column that goes to the field, or null; the first if several do. */
    ImportColumn column(String field) {
        return byField.get(field);
    }

    List<ImportColumn> columnsOf(String field) {
        return columns.stream().filter(column -> field.equals(column.field())).toList();
    }

    /** The name of the column that goes to the field, or null. */
    String columnName(String field) {
        ImportColumn column = byField.get(field);
        return column == null ? null : column.name();
    }

    /** The cell that goes to the field; empty if it is, or if no column goes there. */
    String text(CsvRow row, String field) {
        ImportColumn column = byField.get(field);
        return column == null ? "" : row.cell(column.place());
    }

    /** Puts the cell as it stands; too long is an error. */
    void copy(ParsedRow draft, String field, int maxLength) {
        String text = text(draft.row(), field);
        if (text.length() > maxLength) {
            draft.error(field, "too_long", "At most " + maxLength + " characters.");
        } else {
            draft.put(field, text);
        }
    }

    /** Puts a name of somebody, on one line and without needless white space. */
    void copyName(ParsedRow draft, String field) {
        copy(draft, field, NAME_LENGTH);
        if (draft.cell(field) != null) {
            draft.cells().put(field, PersonName.clean(draft.cell(field)));
        }
    }

    /** Puts who is meant: {@code #id} if somebody has said so, else the name. */
    void copyReference(ParsedRow draft, String field) {
        String text = text(draft.row(), field);
        if (meanings.denied(field, text)) {
            draft.error(field, "unknown_" + field, "\"" + text + "\" means nothing here; choose what it is.");
            return;
        }
        String id = text.isEmpty() ? null : meanings.of(field, text).orElse(null);
        if (id != null) {
            draft.put(field, "#" + id);
        } else {
            copyName(draft, field);
        }
    }

    /** A well-formed address; anything else is an error. */
    void copyEmail(ParsedRow draft, String field) {
        String text = text(draft.row(), field);
        if (text.isEmpty() || text.length() <= 254 && text.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+")) {
            draft.put(field, text);
        } else {
            draft.error(field, "invalid_email", "\"" + text + "\" is not an e-mail address.");
        }
    }

    Meanings meanings() {
        return meanings;
    }

    List<ImportColumn> columns() {
        return columns;
    }

    /** A key made of the row's content, for files whose rows have none: the same row gets the same key in every file. */
    static String contentKey(CsvRow row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String cell : row.cells()) {
                digest.update(cell.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0x1f);
            }
            return "row:" + HexFormat.of().formatHex(digest.digest(), 0, 16) + ":" + row.copy();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
