package com.pivotino.crm.pipeline.internal.imports.domain;

import java.util.Locale;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A person or team that no one has heard of before and that a run makes. */
@Entity
@Table(name = "pl_import_made")
public class ImportMade {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_import_made_seq")
    @SequenceGenerator(name = "pl_import_made_seq", sequenceName = "pl_import_seq", allocationSize = 50)
    private long id;
    @Column(name = "run_id")
    private long runId;
    private String kind;
    @Column(name = "name_key")
    private String name;
    @Column(name = "record_id")
    private Long recordId;

    protected ImportMade() {
    }

    /**
     * To be made.
     *
     * @param kind {@code contact, user} or {@code team}
     */
    public ImportMade(long runId, String kind, String name) {
        this.runId = runId;
        this.kind = kind;
        this.name = nameKey(name);
    }

    /** It has been made. */
    public void is(long record) {
        this.recordId = record;
    }

    /** It has been taken back. */
    public void withdrawn() {
        this.recordId = null;
    }

    /** Names that differ only in case are one. */
    public static String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** The record, or null while it is only planned. */
    public Long recordId() {
        return recordId;
    }
}
