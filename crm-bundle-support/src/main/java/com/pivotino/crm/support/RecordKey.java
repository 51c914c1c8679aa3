package com.pivotino.crm.support;

import com.pivotino.crm.api.RecordRef;
import java.util.Arrays;
import java.util.List;

/** Identifies what a bundle keeps of a record of another one: an id class for JPA. */
public class RecordKey extends CompositeKey {

    private static final long serialVersionUID = 1L;

    private String recordType;
    private long recordId;

    public RecordKey() {
    }

    public RecordKey(RecordRef record) {
        this.recordType = record.type();
        this.recordId = record.id();
    }

    @Override
    protected List<?> parts() {
        return Arrays.asList(recordType, recordId);
    }
}
