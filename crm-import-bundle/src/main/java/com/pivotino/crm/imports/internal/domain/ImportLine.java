package com.pivotino.crm.imports.internal.domain;

import java.util.Map;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** What a run said of one row of the file: a line of its report. */
@Entity
@Table(name = "pl_import_line")
public class ImportLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_import_line_seq")
    @SequenceGenerator(name = "pl_import_line_seq", sequenceName = "pl_import_seq", allocationSize = 50)
    private long id;
    @Column(name = "run_id")
    private long runId;
    private int line;
    private int block;
    @Enumerated(EnumType.STRING)
    private RowStatus status;
    private String severity;
    @Column(name = "ext_key")
    private String key;
    @Column(name = "record_id")
    private Long recordId;
    @Column(name = "record_version")
    private Long version;
    @Column(name = "before_image")
    private byte[] before;

    protected ImportLine() {
    }

    /**
     * As the check found it.
     *
     * @param severity of its worst problem, or null
     * @param key      what names the row in later imports
     * @param recordId the record that is there already, or null
     */
    public ImportLine(ImportRun run, int line, RowStatus status, String severity, String key, Long recordId) {
        this.runId = run.id();
        this.block = run.nextBlock();
        this.line = line;
        this.status = status;
        this.severity = severity;
        this.key = key;
        this.recordId = recordId;
    }

    /** As the writing left it. */
    public void became(RowStatus outcome, String worst, Long record) {
        this.status = outcome;
        this.severity = worst;
        this.recordId = record;
    }

    /** The version that the record has as it was written; another one later means that somebody has worked on it. */
    public void leftAt(long recordVersion) {
        this.version = recordVersion;
    }

    /** Whether the record is still as this row left it. */
    public boolean isLastAt(long recordVersion) {
        return version != null && version == recordVersion;
    }

    /** Whether the row changed a record that was there already. */
    public boolean changed() {
        return before != null;
    }

    /** Undone, or kept because somebody has worked on it. */
    public void undone(RowStatus outcome, String worst) {
        this.status = outcome;
        this.severity = worst;
        this.before = outcome == RowStatus.KEPT ? before : null;
    }

    /** Keeps what the record was before, to be able to take the change back. */
    public void remember(Map<String, String> cells) {
        this.before = PackedCells.pack(cells);
    }

    /** It was written and has been taken out again. */
    public void tookBack() {
        this.recordId = status == RowStatus.CREATED ? null : recordId;
        this.status = status == RowStatus.FAILED ? status : RowStatus.HELD;
        this.before = null;
    }

    public int line() {
        return line;
    }

    public RowStatus status() {
        return status;
    }

    public String key() {
        return key;
    }

    public Long recordId() {
        return recordId;
    }

    /** What the changed members of the record were; empty if nothing was changed. */
    public Map<String, String> before() {
        return PackedCells.unpack(before);
    }
}
