package com.pivotino.crm.pipeline.internal.imports.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.pivotino.crm.pipeline.internal.imports.csv.CsvRow;
import com.pivotino.crm.pipeline.internal.imports.domain.Problem;

/**
 * A row on its way to a record: members of the record as normal texts, and what was odd. A person or team stands by the
 * name in the file, or by {@code #id} if somebody has said who it is.
 */
public final class ParsedRow {

    private final CsvRow row;
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String key;

    ParsedRow(CsvRow row) {
        this.row = row;
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
