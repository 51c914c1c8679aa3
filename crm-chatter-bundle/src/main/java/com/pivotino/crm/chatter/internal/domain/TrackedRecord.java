package com.pivotino.crm.chatter.internal.domain;

import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
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
 * What this bundle keeps of a record that has a feed: who may see it. Follows the record's events; an older event never
 * overwrites what a newer one told. A deleted record leaves its row behind, so that a late event cannot bring it back.
 */
@Entity
@Table(name = "ch_record")
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
    private String title;
    @Column(name = "salesperson_id")
    private Long salespersonId;
    @Column(name = "team_id")
    private Long teamId;
    @Column(name = "created_by")
    private Long createdBy;
    @Column(name = "customer_id")
    private Long customerId;
    private String email;
    /** The stage's name. */
    private String status;
    private String outcome;
    private boolean deleted;
    /** Made in this transaction: nothing else can be known of it yet, so nothing need be looked up. */
    @Transient
    private boolean fresh;

    protected TrackedRecord() {
    }

    public TrackedRecord(OpportunityState state) {
        this.recordType = "opportunity";
        this.recordId = state.id();
        this.fresh = true;
        follow(state);
    }

    /** Takes over what an event tells, unless a later one is known already. */
    public void follow(OpportunityState state) {
        if (state.version() < version || deleted) {
            return;
        }
        version = state.version();
        title = state.name();
        salespersonId = id(state.salesperson());
        teamId = id(state.team());
        createdBy = id(state.createdBy());
        customerId = id(state.customer());
        email = state.email();
        status = state.stage() == null ? null : state.stage().name();
        outcome = state.outcome();
    }

    /** The record is gone. */
    public void delete() {
        deleted = true;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public boolean isFresh() {
        return fresh;
    }

    public RecordRef ref() {
        return new RecordRef(recordType, recordId);
    }

    public String title() {
        return title;
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
        return new RecordAccess(salespersonId, teamId, createdBy, followerIds);
    }

    private static Long id(NamedRef ref) {
        return ref == null ? null : ref.id();
    }
}
