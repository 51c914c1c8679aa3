package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.pipeline.StageKind;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.record.RecordAccess;
import java.math.BigDecimal;
import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Transient;

/**
 * What this bundle keeps of a record that activities belong to: who may see it, how far it is, and where the role of the
 * first activity is. Follows the record's events; an older event never overwrites what a newer one told. A deleted record
 * leaves its row behind, so that a late event cannot bring it back.
 */
@Entity
@Table(name = "ac_record")
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
    private String outcome;
    @Column(name = "stage_id")
    private Long stageId;
    @Column(name = "stage_kind")
    private String stageKind;
    @Column(name = "stage_name")
    private String stageName;
    @Column(name = "customer_id")
    private Long customerId;
    @Column(name = "customer_name")
    private String customerName;
    private BigDecimal amount;
    private String currency;
    /** How often the role "first" was given; the next holder gets one more. */
    @Column(name = "first_generation")
    private int firstGeneration;
    /** Whether the role waits for the next activity (SEMANTICS A2). */
    @Column(name = "first_vacant")
    private boolean firstVacant;
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
        outcome = state.outcome();
        stageId = state.stage().id();
        stageKind = state.stage().kind();
        stageName = state.stage().name();
        customerId = id(state.customer());
        customerName = state.customer() == null ? null : state.customer().name();
        amount = state.expectedRevenue() == null ? null : state.expectedRevenue().amount();
        currency = state.expectedRevenue() == null ? null : state.expectedRevenue().currency();
    }

    /** The record is gone. */
    public void delete() {
        deleted = true;
    }

    /** Gives out the role of the first activity and answers its generation (SEMANTICS A1). */
    public int giveFirstRole() {
        firstVacant = false;
        return ++firstGeneration;
    }

    /** The role waits for the next activity that is planned while the record is in New (SEMANTICS A2). */
    public void leaveFirstRoleVacant() {
        firstVacant = true;
    }

    /** The role waits, or does not, as before an act that is undone (SEMANTICS P19). */
    public void leaveFirstRole(boolean vacant) {
        firstVacant = vacant;
    }

    public boolean isFirstVacant() {
        return firstVacant;
    }

    /** Whether an activity that is planned now becomes the first one (SEMANTICS A2). */
    public boolean wantsFirst() {
        return firstVacant && inNew();
    }

    public boolean hadFirst() {
        return firstGeneration > 0;
    }

    public boolean inNew() {
        return StageKind.NEW.key().equals(stageKind);
    }

    public boolean isOpen() {
        return "open".equals(outcome);
    }

    public boolean isLost() {
        return "lost".equals(outcome);
    }

    public boolean isFresh() {
        return fresh;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public String title() {
        return title;
    }

    /** The stage as of the record's last event. */
    public Long stageId() {
        return stageId;
    }

    public String stageName() {
        return stageName;
    }

    /** The customer as of the record's last event, or null. */
    public NamedRef customer() {
        return customerId == null ? null : new NamedRef(customerId, customerName);
    }

    /** The expected revenue, or null. */
    public Money amount() {
        return amount == null ? null : new Money(amount, currency);
    }

    public Long salespersonId() {
        return salespersonId;
    }

    public Long teamId() {
        return teamId;
    }

    public RecordRef ref() {
        return new RecordRef(recordType, recordId);
    }

    /** Who may read it without following it. */
    public Readers readers() {
        return new Readers(salespersonId != null || teamId != null ? salespersonId : createdBy, teamId);
    }

    /** Who may read and change the record, given its followers. */
    public RecordAccess access(Set<Long> followerIds) {
        return new RecordAccess(salespersonId, teamId, createdBy, followerIds);
    }

    private static Long id(NamedRef ref) {
        return ref == null ? null : ref.id();
    }
}
