package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordAccess;
import com.pivotino.crm.support.RecordKey;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Transient;

/**
 * A record that has a feed: its title and readers as the record index has them, and what this bundle keeps besides, its customer
 * and how far it is. Follows the record's events; an older event never overwrites what a newer one told.
 */
@Entity
@Table(name = "ch_record_detail")
@IdClass(RecordKey.class)
public class TrackedRecord {

    @Id
    @Column(name = "record_type")
    private String recordType;
    @Id
    @Column(name = "record_id")
    private long recordId;
    /** The version of the record itself, as its events tell; one act may tell the same version several times. */
    private long version;
    @Column(name = "customer_id")
    private Long customerId;
    private String email;
    /** The stage's name. */
    private String status;
    private String outcome;
    /** What the record index says. */
    @Transient
    private IndexedRecord indexed;
    /** Made in this transaction: nothing else can be known of it yet, so nothing need be looked up. */
    @Transient
    private boolean fresh;

    protected TrackedRecord() {
    }

    public TrackedRecord(OpportunityState state) {
        this.recordType = "opportunity";
        this.recordId = state.id();
        this.fresh = true;
        this.indexed = state.indexed();
        follow(state);
    }

    /** A record of which nothing but its entry in the index is known. */
    public TrackedRecord(IndexedRecord indexed) {
        this.recordType = indexed.record().type();
        this.recordId = indexed.record().id();
        this.indexed = indexed;
    }

    /** Takes over what an event tells, unless a later one is known already. */
    public void follow(OpportunityState state) {
        if (state.version() < version) {
            return;
        }
        version = state.version();
        customerId = id(state.customer());
        email = state.email();
        status = state.stage() == null ? null : state.stage().name();
        outcome = state.outcome();
    }

    /** Takes over what the record index says of it. */
    public TrackedRecord as(IndexedRecord entry) {
        indexed = entry;
        return this;
    }

    public boolean isFresh() {
        return fresh;
    }

    public RecordRef ref() {
        return new RecordRef(recordType, recordId);
    }

    public String title() {
        return indexed.title();
    }

    public Long customerId() {
        return customerId;
    }

    /** The address on the record itself, or null. */
    public String email() {
        return email;
    }

    public String status() {
        return status;
    }

    /** {@code open, won, lost}. */
    public String outcome() {
        return outcome;
    }

    /** Who may read and change the record, given its followers. */
    public RecordAccess access(Set<Long> followerIds) {
        return indexed.access(followerIds);
    }

    private static Long id(NamedRef ref) {
        return ref == null ? null : ref.id();
    }
}
