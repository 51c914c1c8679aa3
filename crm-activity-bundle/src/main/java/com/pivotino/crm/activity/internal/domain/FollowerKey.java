package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.support.CompositeKey;
import java.util.Arrays;
import java.util.List;

/** Identifies a {@link RecordFollower}. */
public class FollowerKey extends CompositeKey {

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
    protected List<?> parts() {
        return Arrays.asList(recordType, recordId, userId);
    }
}
