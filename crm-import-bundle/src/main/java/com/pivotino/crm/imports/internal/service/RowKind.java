package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the rows of one kind of import become records; one object for one act. */
interface RowKind {

    /** Decides what is to become of each row. Writes nothing but what the run notes for itself. */
    List<PlannedRow> plan(List<CsvRow> rows);

    /**
     * Writes the rows that are planned to be created or updated.
     *
     * @param lines the lines of the report, by line of the file; they are told before-images
     * @return the ids of the records by line of the file
     * @throws RowRefused if one of the rows was refused; the act must be given up then
     */
    Map<Integer, Long> write(List<PlannedRow> rows, Map<Integer, ImportLine> lines);

    /** Whether rows are written in acts of their own: one that fails then leaves the others as they are. */
    default boolean isWrittenApart() {
        return false;
    }

    /** How many first activities come with the rows that are planned to be created (SEMANTICS A1). */
    default int firstActivities(List<PlannedRow> rows) {
        return 0;
    }

    /**
     * Takes back what a run that ended well wrote for these lines, as far as nobody has worked on it since.
     *
     * @return what became of each line that had been written, with the reason if it is kept
     */
    Map<ImportLine, Optional<Problem>> undo(List<ImportLine> lines);

    /** Takes out again what was written for these lines, if the kind of import can be taken back. */
    default void takeBack(List<ImportLine> lines) {
        throw new IllegalStateException("People are not taken back.");
    }
}
