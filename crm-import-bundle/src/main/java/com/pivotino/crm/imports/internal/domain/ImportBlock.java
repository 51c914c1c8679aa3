package com.pivotino.crm.imports.internal.domain;

import java.time.Instant;
import java.util.List;

import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.csv.RowBlock;
import com.pivotino.crm.support.InstantColumn;

/** Consecutive rows of an uploaded file: what one act of a run checks or writes. */
@Entity
@Table(name = "pl_import_block")
public class ImportBlock {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_import_block_seq")
    @SequenceGenerator(name = "pl_import_block_seq", sequenceName = "pl_import_seq", allocationSize = 50)
    private long id;
    @Column(name = "import_id")
    private long importId;
    private int place;
    private byte[] content;
    @Column(name = "kept_since")
    @Convert(converter = InstantColumn.class)
    private Instant keptSince;

    protected ImportBlock() {
    }

    public ImportBlock(long importId, int place, List<CsvRow> rows, Instant now) {
        this.importId = importId;
        this.place = place;
        this.content = RowBlock.pack(rows);
        this.keptSince = now;
    }

    public List<CsvRow> rows() {
        return RowBlock.unpack(content);
    }
}
