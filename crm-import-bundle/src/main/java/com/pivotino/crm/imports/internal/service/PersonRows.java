package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import com.pivotino.crm.imports.internal.plan.PersonReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that make people or teams. */
abstract class PersonRows implements RowKind {

    final PersonResolver people;
    final PersonReader reader;

    PersonRows(RunContext run, DirectoryCache known) {
        this.people = new PersonResolver(run, known);
        this.reader = new PersonReader(run.file(), run.meanings(run.stages()));
    }

    /** Whether something is to be written for the row. */
    boolean isWritten(PlannedRow row) {
        return row.status() == RowStatus.CREATED;
    }

    /** Writes one row; answers the id of what it made or changed. */
    abstract long write(ParsedRow row);

    @Override
    public final Map<Integer, Long> write(List<PlannedRow> rows, Map<Integer, ImportLine> lines) {
        Map<Integer, Long> ids = new LinkedHashMap<>();
        rows.stream().filter(this::isWritten).map(PlannedRow::draft).forEach(row -> ids.put(row.line(), write(row)));
        return ids;
    }

    @Override
    public final Map<ImportLine, Optional<Problem>> undo(List<ImportLine> lines) {
        return people.undo(lines);
    }
}
