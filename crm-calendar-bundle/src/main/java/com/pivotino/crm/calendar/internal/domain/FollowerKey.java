package com.pivotino.crm.calendar.internal.domain;

import com.pivotino.crm.api.RecordRef;
import java.io.Serializable;
import java.util.Objects;

/** Identifies a {@link RecordFollower}. */
public class FollowerKey implements Serializable {

    private static final long serialVersionUID = 1L;

    private String recordType;
    private long recordId;
    private long userId;

    public FollowerKey() {
    }

    public FollowerKey(RecordRef record, long userId) {
        this.recordType = record.type();
        this.recordId = record.id();
        this.userId = userId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FollowerKey key && recordId == key.recordId && userId == key.userId
                && Objects.equals(recordType, key.recordType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recordType, recordId, userId);
    }
}
