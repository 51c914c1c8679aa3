package com.pivotino.crm.directory.internal.domain;

import com.pivotino.crm.api.Actor;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** One member of one record was changed; by these a stale write is merged or refused (REST "If-Match"). */
@Entity
@Table(name = "dir_change")
@SequenceGenerator(name = "dir_seq", sequenceName = "dir_seq", allocationSize = 50)
public class FieldEdit {

    private static final int LONGEST = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dir_seq")
    private Long id;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private long recordId;
    private long version;
    private String field;
    @Column(name = "old_value")
    private String oldValue;
    @Column(name = "by_id")
    private Long byId;
    @Column(name = "by_name")
    private String byName;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected FieldEdit() {
    }

    /** @param version the record's version after the change */
    public FieldEdit(String recordType, long recordId, long version, String field, String oldValue) {
        this.recordType = recordType;
        this.recordId = recordId;
        this.version = version;
        this.field = field;
        this.oldValue = oldValue == null || oldValue.length() <= LONGEST ? oldValue : oldValue.substring(0, LONGEST);
    }

    /** Was done by this actor. */
    public FieldEdit by(Actor actor, Instant now) {
        byId = actor.userId();
        byName = actor.name();
        changedAt = now;
        return this;
    }

    public String field() {
        return field;
    }

    public String oldValue() {
        return oldValue;
    }

    public Long byId() {
        return byId;
    }

    public String byName() {
        return byName;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
