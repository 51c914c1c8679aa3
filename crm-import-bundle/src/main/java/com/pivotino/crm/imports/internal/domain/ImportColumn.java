package com.pivotino.crm.imports.internal.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.csv.RowBlock;
import com.pivotino.crm.imports.internal.value.ColumnProfile;
import com.pivotino.crm.imports.internal.value.DateOrder;

/** A column of an uploaded file: its name, what its cells look like, and the field that it goes to. */
@Embeddable
public class ImportColumn {

    private int place;
    private String name;
    private String field;
    private int filled;
    private String content;
    @Enumerated(EnumType.STRING)
    @Column(name = "date_order")
    private DateOrder dateOrder;
    private boolean ambiguous;
    private byte[] choices;

    protected ImportColumn() {
    }

    /** The column at this place, from 0, as its cells were seen. */
    public ImportColumn(int place, String name, ColumnProfile profile) {
        this.place = place;
        this.name = name;
        this.filled = profile.filled();
        this.dateOrder = profile.dateOrder();
        this.ambiguous = profile.datesAmbiguous();
        this.content = dateOrder != null ? "date" : profile.holdsEmails() ? "email" : profile.holdsAmounts() ? "amount" : "text";
        this.choices = profile.choices() == null ? null : pack(profile.choices());
    }

    /** Sends the column to a field; null leaves it out. */
    void goTo(String target) {
        this.field = target;
    }

    /** Dates that could be read in two ways are written as in the file's other columns. */
    void writtenAs(DateOrder order) {
        if (ambiguous) {
            this.dateOrder = order;
            this.ambiguous = false;
        }
    }

    /** Somebody has said how the dates are written. */
    void decide(DateOrder order) {
        this.dateOrder = order;
        this.ambiguous = false;
    }

    public int place() {
        return place;
    }

    public String name() {
        return name;
    }

    /** The field that the cells go to, or null. */
    public String field() {
        return field;
    }

    public int filled() {
        return filled;
    }

    /** {@code date, email, amount} or {@code text}. */
    public String content() {
        return content;
    }

    /** How dates are written here; null if it holds none. */
    public DateOrder dateOrder() {
        return dateOrder;
    }

    /** Whether day and month could be swapped in every date. */
    public boolean ambiguous() {
        return ambiguous;
    }

    /** The different values with how often each stands there, in order of appearance; empty if there are too many. */
    public Map<String, Integer> choices() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (choices != null) {
            RowBlock.unpack(choices).forEach(row -> counts.put(row.cell(0), Integer.valueOf(row.cell(1))));
        }
        return counts;
    }

    private static byte[] pack(Map<String, Integer> counts) {
        List<CsvRow> rows = counts.entrySet().stream()
                .map(entry -> new CsvRow(0, List.of(entry.getKey(), String.valueOf(entry.getValue())))).toList();
        return RowBlock.pack(rows);
    }
}
