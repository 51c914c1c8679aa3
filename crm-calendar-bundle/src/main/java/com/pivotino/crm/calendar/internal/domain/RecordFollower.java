package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.api.RecordRef;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** An internal user who follows a record and may therefore read it (SEMANTICS W8); known from the chatter's events. */
@Entity
@Table(name = "cal_record_follower")
@IdClass(FollowerKey.class)
public class RecordFollower {

    @Id
    @Column(name = "record_type")
    private String recordType;
    @Id
    @Column(name = "record_id")
    private long recordId;
    @Id
    @Column(name = "user_id")
    private long userId;

    protected RecordFollower() {
    }

    public RecordFollower(RecordRef record, long userId) {
        this.recordType = record.type();
        this.recordId = record.id();
        this.userId = userId;
    }

    public RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    public long userId() {
        return userId;
    }
}
