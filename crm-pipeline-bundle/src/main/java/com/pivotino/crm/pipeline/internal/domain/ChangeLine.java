package com.pivotino.crm.pipeline.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** One member that one save changed, for the merge of edits made on an older version (REST "If-Match"). */
@Entity
@Table(name = "pl_change")
public class ChangeLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pl_seq")
    private Long id;
    @Column(name = "opportunity_id")
    private long opportunityId;
    private long version;
    private String field;
    @Column(name = "from_value")
    private String from;
    @Column(name = "to_value")
    private String to;
    @Column(name = "by_id")
    private Long byId;
    private Instant at;

    protected ChangeLine() {
    }

    /**
     * @param version that the save led to
     * @param change  what changed
     */
    public ChangeLine(long opportunityId, long version, OpportunityFieldChange change, Stamp stamp) {
        this.opportunityId = opportunityId;
        this.version = version;
        this.field = change.member().field();
        this.from = change.member().encode(change.from());
        this.to = change.member().encode(change.to());
        this.byId = stamp.userId();
        this.at = stamp.at();
    }

    public String field() {
        return field;
    }

    public String from() {
        return from;
    }

    public long version() {
        return version;
    }
}
