package com.pivotino.crm.api.imports.spi;

import java.util.List;

/**
 * The result of a row.
 *
 * @param recordId the record, or null where there is none (yet)
 * @param problems what somebody should know; at least one for {@code FAILED}
 */
public record RowResult(Outcome outcome, Long recordId, List<RowProblem> problems) {

    /** The result of a row. */
    public enum Outcome {
        CREATED, UPDATED,
        /** There already, and the same; when it is taken back: it stays. */
        SKIPPED,
        /** Cannot be imported. */
        FAILED,
        /** Taken back. */
        UNDONE
    }

    /**
     * One problem.
     *
     * @param field   the field that it is about, or null for the row as a whole
     * @param code    stable, lower case with underscores
     * @param message one sentence for a person
     */
    public record RowProblem(String field, String code, String message) {
    }

    public RowResult {
        problems = List.copyOf(problems);
    }

    /** Without problems. */
    public static RowResult of(Outcome outcome, Long recordId) {
        return new RowResult(outcome, recordId, List.of());
    }

    /** Cannot be imported. */
    public static RowResult failed(String field, String code, String message) {
        return new RowResult(Outcome.FAILED, null, List.of(new RowProblem(field, code, message)));
    }
}
