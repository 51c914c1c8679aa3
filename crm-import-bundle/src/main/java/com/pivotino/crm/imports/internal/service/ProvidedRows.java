package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.imports.spi.RowResult;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.plan.FieldReader;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a kind that a plugin brings, which has answered already: the answers only have to be noted. */
final class ProvidedRows implements RowKind {

    private static final int CODE = 60;
    private static final int MESSAGE = 1000;

    private final FieldReader reader;
    private final Map<Integer, RowResult> results;

    /** @param results by line of the file */
    ProvidedRows(RunContext run, Map<Integer, RowResult> results) {
        this.reader = new FieldReader(run.file());
        this.results = results;
    }

    /** Whether the run has made something of the line that may be there still. */
    static boolean isWritten(ImportLine line) {
        return line.recordId() != null && EnumSet.of(RowStatus.CREATED, RowStatus.UPDATED, RowStatus.KEPT).contains(line.status());
    }

    @Override
    public List<PlannedRow> plan(List<CsvRow> rows) {
        return rows.stream().map(row -> planned(reader.read(row), results.get(row.line()))).toList();
    }

    private static PlannedRow planned(ParsedRow draft, RowResult result) {
        if (result == null) {
            return PlannedRow.failed(draft);
        }
        boolean failed = result.outcome() == RowResult.Outcome.FAILED;
        for (RowResult.RowProblem problem : result.problems()) {
            if (failed) {
                draft.error(problem.field(), cut(problem.code(), CODE), cut(problem.message(), MESSAGE));
            } else {
                draft.warn(problem.field(), cut(problem.code(), CODE), cut(problem.message(), MESSAGE));
            }
        }
        if (failed && !draft.failed()) {
            draft.error(null, "refused", "The row cannot be imported.");
        }
        return new PlannedRow(draft, RowStatus.valueOf(result.outcome().name()), result.recordId(), Map.of());
    }

    private static String cut(String text, int length) {
        String given = text == null || text.isBlank() ? "refused" : text;
        return given.length() <= length ? given : given.substring(0, length);
    }

    /** The plugin has written them in acts of its own. */
    @Override
    public Map<Integer, Long> write(List<PlannedRow> rows, Map<Integer, ImportLine> lines) {
        return Map.of();
    }

    @Override
    public boolean isWrittenApart() {
        return true;
    }

    @Override
    public Map<ImportLine, Optional<Problem>> undo(List<ImportLine> lines) {
        Map<ImportLine, Optional<Problem>> outcomes = new LinkedHashMap<>();
        lines.stream().filter(ProvidedRows::isWritten).forEach(line -> {
            RowResult result = results.get(line.line());
            RowResult.RowProblem why = result == null || result.problems().isEmpty()
                    ? new RowResult.RowProblem(null, "worked_on", "It stays.") : result.problems().get(0);
            outcomes.put(line, result != null && result.outcome() == RowResult.Outcome.UNDONE ? Optional.empty()
                    : Optional.of(Problem.warning(null, cut(why.code(), CODE), cut(why.message(), MESSAGE))));
        });
        return outcomes;
    }
}
