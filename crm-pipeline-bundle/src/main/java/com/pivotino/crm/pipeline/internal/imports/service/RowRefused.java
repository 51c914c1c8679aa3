package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.pipeline.internal.imports.domain.Problem;

/** The record of one row was refused by the service that was to write it; the block is written again without it. */
final class RowRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Problem problem;

    RowRefused(int line, Problem problem, Throwable cause) {
        super("line " + line + ": " + problem.message(), cause);
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
