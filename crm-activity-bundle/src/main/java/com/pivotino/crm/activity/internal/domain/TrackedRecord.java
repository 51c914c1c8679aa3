package com.pivotino.crm.activity.internal.domain;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.pipeline.StageKind;
import com.pivotino.crm.api.pipeline.event.OpportunityState;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.support.RecordKey;
import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Transient;

/**
 * What this bundle keeps of a record that activities belong to: how far it is, and where the role of the first activity is.
 * Its title and who may read it come from the record index. Follows the record's events; an older event never overwrites
 * what a newer one told.
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
    /** What the record index says. */
    @Transient
    private IndexedRecord indexed;

    protected TrackedRecord() {
    }

    public TrackedRecord(OpportunityState state) {
        this.recordType = "opportunity";
        this.recordId = state.id();
        this.indexed = state.indexed();
        follow(state);
    }

    /** Takes over what an event tells, unless a later one is known already. */
    public void follow(OpportunityState state) {
        if (state.version() < version) {
            return;
        }
        version = state.version();
        outcome = state.outcome();
        stageId = state.stage().id();
        stageKind = state.stage().kind();
        stageName = state.stage().name();
        customerId = id(state.customer());
        customerName = state.customer() == null ? null : state.customer().name();
        amount = state.expectedRevenue() == null ? null : state.expectedRevenue().amount();
        currency = state.expectedRevenue() == null ? null : state.expectedRevenue().currency();
    }

    /** Takes over what the record index says of it. */
    public TrackedRecord as(IndexedRecord entry) {
        indexed = entry;
        return this;
    }

    public boolean isIndexed() {
        return indexed != null;
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

    public String title() {
        return indexed == null ? null : indexed.title();
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
        return indexed.ownerId();
    }

    public Long teamId() {
        return indexed.teamId();
    }

    public RecordRef ref() {
        return new RecordRef(recordType, recordId);
    }

    /** Who may read it without following it. */
    public Readers readers() {
        boolean orphan = indexed.ownerId() == null && indexed.teamId() == null;
        return new Readers(orphan ? indexed.creatorId() : indexed.ownerId(), indexed.teamId());
    }

    private static Long id(NamedRef ref) {
        return ref == null ? null : ref.id();
    }
}
