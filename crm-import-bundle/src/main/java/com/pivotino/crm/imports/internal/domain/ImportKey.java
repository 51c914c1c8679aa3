package com.pivotino.crm.imports.internal.domain;

import java.util.Map;

import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;


/**
 * Which record a row of the other system became, and with which cells. A later import of the same row finds the record
 * by it, and changes only what the file has changed since, so that it never undoes what people did here meanwhile.
 */
@Entity
@Table(name = "pl_import_key")
public class ImportKey {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_import_key_seq")
    @SequenceGenerator(name = "pl_import_key_seq", sequenceName = "pl_import_seq", allocationSize = 50)
    private long id;
    @Convert(converter = KindColumn.class)
    private ImportKind kind;
    @Column(name = "ext_key")
    private String key;
    @Column(name = "record_id")
    private long recordId;
    @Column(name = "run_id")
    private long runId;
    private byte[] cells;

    protected ImportKey() {
    }

    public ImportKey(ImportKind kind, String key, long recordId, long runId, Map<String, String> cells) {
        this.kind = kind;
        this.key = key;
        becameAgain(recordId, runId, cells);
    }

    /** A later run has written the row again. */
    public final void becameAgain(long record, long run, Map<String, String> written) {
        this.recordId = record;
        this.runId = run;
        this.cells = PackedCells.pack(written);
    }

    public String key() {
        return key;
    }

    public long recordId() {
        return recordId;
    }

    /** The run that wrote it last. */
    public long runId() {
        return runId;
    }

    /** What was imported last. */
    public Map<String, String> cells() {
        return PackedCells.unpack(cells);
    }
}
