package com.pivotino.crm.activity.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** One member that one save changed; written with the version that the save made, read when a stale version comes. */
@Entity
@Table(name = "ac_edit")
public class Edit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ac_seq")
    private Long id;
    @Column(name = "activity_id")
    private long activityId;
    private long version;
    private String member;
    @Column(name = "old_value")
    private String oldValue;
    @Column(name = "edited_at")
    private Instant editedAt;
    @Column(name = "edited_by")
    private Long editedBy;

    protected Edit() {
    }

    /** @param version the version that the save makes */
    public Edit(long activityId, long version, String member, String oldValue, Instant editedAt, Long editedBy) {
        this.activityId = activityId;
        this.version = version;
        this.member = member;
        this.oldValue = oldValue;
        this.editedAt = editedAt;
        this.editedBy = editedBy;
    }

    public String member() {
        return member;
    }

    public String oldValue() {
        return oldValue;
    }

    public Long editedBy() {
        return editedBy;
    }
}
