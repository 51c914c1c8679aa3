package com.pivotino.crm.calendar.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** What a member held before an edit; read when somebody edits a stale version. */
@Entity
@Table(name = "cal_earlier_value")
public class EarlierValue {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cal_seq")
    private Long id;
    @Column(name = "event_id")
    private long eventId;
    /** Empty for the whole event. */
    @Column(name = "recurrence_id")
    private String recurrenceId;
    private long version;
    private String member;
    private String held;

    protected EarlierValue() {
    }

    /**
     * @param recurrenceId one occurrence, or null for the whole event
     * @param version      the version that the edit leads to
     */
    public EarlierValue(long eventId, String recurrenceId, long version, String member, String held) {
        this.eventId = eventId;
        this.recurrenceId = recurrenceId == null ? "" : recurrenceId;
        this.version = version;
        this.member = member;
        this.held = held;
    }

    public String member() {
        return member;
    }

    public String held() {
        return held;
    }
}
