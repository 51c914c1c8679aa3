package com.pivotino.crm.directory.internal.domain;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * Somebody is signed in with a browser: from signing in until they sign out, do nothing for twelve hours, or seven days
 * have passed. Only a hash of the token is kept.
 */
@Entity
@Table(name = "dir_session")
public class Session {

    public static final Duration IDLE = Duration.ofHours(12);
    public static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @Id
    @Column(name = "token_hash")
    private String tokenHash;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "seen_at")
    private Instant seenAt;
    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Session() {
    }

    public Session(String tokenHash, long userId, Instant now) {
        this.tokenHash = tokenHash;
        this.userId = userId;
        createdAt = now;
        seenAt = now;
        expiresAt = now.plus(LONGEST);
    }

    /** Whether it still holds. */
    public boolean holds(Instant now) {
        return now.isBefore(expiresAt) && now.isBefore(seenAt.plus(IDLE));
    }

    /** Whether it is time to note that it is in use: not with every call. */
    public boolean isStale(Instant now) {
        return !now.isBefore(seenAt.plus(NOTED_EVERY));
    }

    public long userId() {
        return userId;
    }
}
