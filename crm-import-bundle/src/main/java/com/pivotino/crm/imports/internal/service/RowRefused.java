package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.imports.internal.domain.Problem;
import java.util.List;
import java.util.Map;

/** The record of one row was refused by the service that was to write it; the block is written again without it. */
final class RowRefused extends CrmException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Problem problem;

    RowRefused(int line, Problem problem, Throwable cause) {
        super(Kind.VALIDATION, problem.code(), "line " + line + ": " + problem.message(), List.of(), Map.of(), cause);
        this.line = line;
        this.problem = problem;
    }

    int line() {
        return line;
    }

    Problem problem() {
        return problem;
    }
}
