package com.pivotino.crm.pipeline.internal.domain;

import com.pivotino.crm.api.pipeline.LostReason;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;

/** Why opportunities are lost (SEMANTICS P15). A used one is archived, never deleted. */
@Entity
@Table(name = "pl_lost_reason")
public class LostReasonEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_seq")
    private Long id;
    @Version
    private long version;
    private String name;
    @Column(name = "seq")
    private int sequence;
    private boolean active;
    @Column(name = "note_required")
    private boolean noteRequired;

    protected LostReasonEntity() {
    }

    public LostReasonEntity(LostReason reason) {
        reshape(reason);
    }

    /** Takes everything but id and version from the record, which has been checked. */
    public final void reshape(LostReason reason) {
        name = reason.name();
        sequence = reason.sequence();
        active = reason.active();
        noteRequired = reason.noteRequired();
    }

    public LostReason toRecord() {
        return new LostReason(id == null ? 0 : id, version, name, sequence, active, noteRequired);
    }
}
