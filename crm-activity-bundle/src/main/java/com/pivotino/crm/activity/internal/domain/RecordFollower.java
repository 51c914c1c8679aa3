package com.pivotino.crm.activity.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** A user who may read a record as its follower (SEMANTICS W8): a row of the record index, for queries only. */
@Entity
@Table(name = "rt_record_reader")
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
}
