package com.pivotino.crm.directory.internal.domain;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * A browser in which a user has signed in before. It opens nothing by itself: it only keeps its way in while others guess the
 * user's password (RELIABILITY A-10). Only a hash of its token is kept.
 */
@Entity
@Table(name = "dir_device")
public class KnownDevice {

    /** For so long after its last sign-in it is known. */
    public static final Duration KEPT = Duration.ofDays(180);

    @Id
    @Column(name = "token_hash")
    private String tokenHash;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "seen_at")
    private Instant seenAt;

    protected KnownDevice() {
    }

    public KnownDevice(String tokenHash, long userId, Instant now) {
        this.tokenHash = tokenHash;
        this.userId = userId;
        seenAt = now;
    }

    public boolean isOf(long user, Instant now) {
        return userId == user && now.isBefore(seenAt.plus(KEPT));
    }

    /** Somebody has signed in there. */
    public void signedIn(long user, Instant now) {
        userId = user;
        seenAt = now;
    }
}
