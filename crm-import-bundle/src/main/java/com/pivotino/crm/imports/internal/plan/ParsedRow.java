package com.pivotino.crm.imports.internal.plan;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A row on its way to a record: members of the record as normal texts, and what was odd. A person or team stands by the
 * name in the file, or by {@code #id} if somebody has said who it is.
 */
public final class ParsedRow {

    private final CsvRow row;
    private final UnaryOperator<String> columns;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String key;

    /** @param columns the name of the column that goes to a field, or null */
    ParsedRow(CsvRow row, UnaryOperator<String> columns) {
        this.row = row;
        this.columns = columns;
    }

    /** A row that could not even be looked at. */
    public static ParsedRow unread(CsvRow row, Problem why) {
        ParsedRow unread = new ParsedRow(row, field -> null);
        unread.named(RowReader.contentKey(row));
        unread.add(why);
        return unread;
    }

    /** Sets a member; an empty text sets nothing. */
    void put(String member, String text) {
        if (text != null && !text.isEmpty()) {
            cells.put(member, text);
        }
    }

    void named(String rowKey) {
        this.key = rowKey;
    }

    /** Notes something odd. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Notes why the row cannot be imported, at the column that goes to the field. */
    public void error(String field, String code, String message) {
        add(Problem.error(columns.apply(field), code, message));
    }

    /** Notes what is done about something odd in the column that goes to the field. */
    public void warn(String field, String code, String message) {
        add(Problem.warning(columns.apply(field), code, message));
    }

    public CsvRow row() {
        return row;
    }

    public int line() {
        return row.line();
    }

    /** What names the row in later imports of the same file. */
    public String key() {
        return key;
    }

    /** The member's text, or null. */
    public String cell(String member) {
        return cells.get(member);
    }

    public Map<String, String> cells() {
        return cells;
    }

    public List<Problem> problems() {
        return problems;
    }

    public boolean failed() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
