package com.pivotino.crm.calendar.internal.domain;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** A calendar that other programs subscribe to (SEMANTICS I3): made, read by who knows its secret, revoked by deleting it. */
@Entity
@Table(name = "cal_feed")
public class Feed {

    public static final String PRIVATE = "private";
    public static final String BUSY = "busy";
    public static final String TEAM = "team";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cal_seq")
    private Long id;
    @Column(name = "user_id")
    private long userId;
    private String kind;
    @Column(name = "team_id")
    private Long teamId;
    @Column(name = "secret_hash")
    private String secretHash;
    @Column(name = "created_at")
    private Instant createdAt;

    protected Feed() {
    }

    /** @param secretHash SHA-256 of the secret in hex; the secret itself is kept nowhere */
    public Feed(long userId, String kind, Long teamId, String secretHash, Instant createdAt) {
        this.userId = userId;
        this.kind = kind;
        this.teamId = teamId;
        this.secretHash = secretHash;
        this.createdAt = createdAt;
    }

    public long id() {
        return id;
    }

    public long userId() {
        return userId;
    }

    public String kind() {
        return kind;
    }

    public Long teamId() {
        return teamId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
