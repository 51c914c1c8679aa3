package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.plan.ParsedRow;
import java.util.Map;

/**
 * What is to become of a row.
 *
 * @param recordId the record that is there already, or null
 * @param changes  members to change of a record that is there, as texts; empty for a new one
 */
record PlannedRow(ParsedRow draft, RowStatus status, Long recordId, Map<String, String> changes) {

    static PlannedRow failed(ParsedRow draft) {
        return new PlannedRow(draft, RowStatus.FAILED, null, Map.of());
    }

    static PlannedRow create(ParsedRow draft) {
        return new PlannedRow(draft, RowStatus.CREATED, null, Map.of());
    }

    static PlannedRow skip(ParsedRow draft, Long recordId) {
        return new PlannedRow(draft, RowStatus.SKIPPED, recordId, Map.of());
    }

    /** The worst severity of its problems, or null. */
    String severity() {
        return Problem.worst(draft.problems());
    }
}
