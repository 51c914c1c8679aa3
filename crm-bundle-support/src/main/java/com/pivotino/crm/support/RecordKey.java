package com.pivotino.crm.support;

import com.pivotino.crm.api.RecordRef;
import java.io.Serializable;
import java.util.Objects;

/** Identifies what a bundle keeps of a record of another one: an id class for JPA. */
public class RecordKey implements Serializable {

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
    public boolean equals(Object other) {
        return other instanceof RecordKey key && recordId == key.recordId && Objects.equals(recordType, key.recordType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recordType, recordId);
    }
}
