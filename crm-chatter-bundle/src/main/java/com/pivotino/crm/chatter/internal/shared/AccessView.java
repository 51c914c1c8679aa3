package com.pivotino.crm.chatter.internal.shared;

import com.pivotino.crm.chatter.internal.domain.Following;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** A follower outside used their link (SEMANTICS W6, W7); stays when they follow no more. */
@Entity
@Table(name = "ch_access_view")
public class AccessView {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ch_seq")
    private Long id;
    @Column(name = "record_type")
    private String recordType;
    @Column(name = "record_id")
    private long recordId;
    @Column(name = "person_kind")
    private String personKind;
    @Column(name = "person_id")
    private long personId;
    private String action;
    @Column(name = "viewed_at")
    private Instant viewedAt;

    protected AccessView() {
    }

    /** @param action {@code read, wrote, downloaded} or {@code unsubscribed} */
    public AccessView(Following follower, String action, Instant at) {
        this.recordType = follower.record().type();
        this.recordId = follower.record().id();
        this.personKind = Following.kind(follower.person());
        this.personId = follower.person().id();
        this.action = action;
        this.viewedAt = at;
    }

    public Long id() {
        return id;
    }

    public String action() {
        return action;
    }

    public Instant viewedAt() {
        return viewedAt;
    }
}
