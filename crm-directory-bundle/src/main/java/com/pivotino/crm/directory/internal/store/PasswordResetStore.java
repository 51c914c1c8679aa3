package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.directory.internal.domain.PasswordReset;
import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Links to choose a new password by, in the database. */
public final class PasswordResetStore {

    private final JpaTemplate jpa;

    public PasswordResetStore(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Keeps a new one; drops the user's older ones, and those that have run out. */
    public void add(PasswordReset reset, Instant now) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("DELETE FROM PasswordReset r WHERE r.userId = :user OR r.expiresAt < :now")
                    .setParameter("user", reset.userId()).setParameter("now", now).executeUpdate();
            em.persist(reset);
        });
    }

    public Optional<PasswordReset> find(String tokenHash) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(PasswordReset.class, tokenHash)));
    }

    /** Uses up what the user has; false if another call was faster. */
    public boolean use(long userId) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery("DELETE FROM PasswordReset r WHERE r.userId = :user")
                .setParameter("user", userId).executeUpdate()) > 0;
    }
}
