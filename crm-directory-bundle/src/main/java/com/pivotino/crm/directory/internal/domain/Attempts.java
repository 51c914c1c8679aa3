package com.pivotino.crm.directory.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * The tries to sign in for one account or from one address within a window of 15 minutes (RELIABILITY A-10). The first
 * half of them is free, then each makes the next one wait twice as long, and when all are used up, the rest of the
 * window is closed. A try counts when it begins, so that many at once are no way around.
 */
@Entity
@Table(name = "dir_attempt")
public class Attempts {

    public static final Duration WINDOW = Duration.ofMinutes(15);

    @Id
    private String subject;
    private int tries;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "blocked_until")
    private Instant blockedUntil;
    @Column(name = "expires_at")
    private Instant expiresAt;

    protected Attempts() {
    }

    public Attempts(String subject, Instant now) {
        this.subject = subject;
        open(now);
    }

    /** How long the next try has to wait; zero if it need not. */
    Duration waiting(Instant now) {
        if (!now.isBefore(expiresAt) || now.isBefore(startedAt)) {
            open(now);
        }
        return blockedUntil == null || !now.isBefore(blockedUntil) ? Duration.ZERO : Duration.between(now, blockedUntil);
    }

    /**
     * Takes one try, which need not wait.
     *
     * @param limit tries a window
     */
    void take(int limit, Instant now) {
        tries++;
        int free = limit / 2;
        if (tries >= limit) {
            blockedUntil = expiresAt;
        } else if (tries >= free) {
            Instant later = now.plusSeconds(1L << Math.min(tries - free, 9));
            blockedUntil = later.isBefore(expiresAt) ? later : expiresAt;
        }
    }

    /** Takes one try of each if none has to wait; answers the longest wait, else zero. */
    public static Duration take(Map<Attempts, Integer> limits, Instant now) {
        Duration wait = limits.keySet().stream().map(attempts -> attempts.waiting(now)).max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            limits.forEach((attempts, limit) -> attempts.take(limit, now));
        }
        return wait;
    }

    /** The try that was taken last was a good one. */
    public void giveBack() {
        tries = Math.max(0, tries - 1);
        blockedUntil = null;
    }

    private void open(Instant now) {
        tries = 0;
        startedAt = now;
        blockedUntil = null;
        expiresAt = now.plus(WINDOW);
    }
}
