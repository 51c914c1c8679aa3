package com.pivotino.crm.directory.internal.domain;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Somebody may choose a new password by a link that was mailed to them: once, and for half an hour. Only a hash is kept. */
@Entity
@Table(name = "dir_password_reset")
public class PasswordReset {

    public static final Duration LONGEST = Duration.ofMinutes(30);

    @Id
    @Column(name = "token_hash")
    private String tokenHash;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "expires_at")
    private Instant expiresAt;

    protected PasswordReset() {
    }

    public PasswordReset(String tokenHash, long userId, Instant now) {
        this.tokenHash = tokenHash;
        this.userId = userId;
        expiresAt = now.plus(LONGEST);
    }

    public boolean holds(Instant now) {
        return now.isBefore(expiresAt);
    }

    public long userId() {
        return userId;
    }
}
