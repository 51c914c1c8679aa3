package com.pivotino.crm.imports.internal.domain;


import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

import com.pivotino.crm.imports.internal.value.PersonName;

/** A person or team that no one has heard of before and that a run makes. */
@Entity
@Table(name = "pl_import_made")
public class ImportMade {

    /** The kind of a second name for a contact that the run makes: by name, for one that is told apart by address. */
    public static final String ALIAS = "alias";

    private static final int KEY_LENGTH = 250;

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
     * @param kind {@code contact, user, team}, or {@link #ALIAS}
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

    /** Names that differ only in case or white space are one. */
    public static String nameKey(String name) {
        String key = PersonName.key(name);
        return key.length() <= KEY_LENGTH ? key : key.substring(0, KEY_LENGTH - 9) + "#" + Integer.toHexString(key.hashCode());
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
