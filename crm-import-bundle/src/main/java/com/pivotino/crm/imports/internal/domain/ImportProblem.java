package com.pivotino.crm.imports.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** What was wrong, or odd, with one row. */
@Entity
@Table(name = "pl_import_problem")
public class ImportProblem {

    private static final int MAX_MESSAGE = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_import_problem_seq")
    @SequenceGenerator(name = "pl_import_problem_seq", sequenceName = "pl_import_seq", allocationSize = 50)
    private long id;
    @Column(name = "run_id")
    private long runId;
    private int line;
    @Column(name = "column_name")
    private String column;
    private String code;
    private String severity;
    private String message;

    protected ImportProblem() {
    }

    public ImportProblem(long runId, int line, Problem problem) {
        this.runId = runId;
        this.line = line;
        this.column = problem.column();
        this.code = problem.code();
        this.severity = problem.severity();
        this.message = problem.message().length() > MAX_MESSAGE ? problem.message().substring(0, MAX_MESSAGE) : problem.message();
    }

    public int line() {
        return line;
    }

    public Problem problem() {
        return new Problem(column, code, severity, message);
    }
}
