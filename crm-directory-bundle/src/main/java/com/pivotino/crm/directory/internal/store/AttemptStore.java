package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.directory.internal.domain.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Tries to sign in, in the database, so that all nodes count together. */
public final class AttemptStore {

    private final JpaTemplate jpa;

    public AttemptStore(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Takes one try of each if there is one of each; the caller holds the locks on them.
     *
     * @param limits tries a window, by what is counted, such as {@code account:joe}
     * @return how long to wait if there is none now, else zero
     */
    public Duration take(Map<String, Integer> limits, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.createQuery("DELETE FROM Attempts a WHERE a.expiresAt < :now").setParameter("now", now).executeUpdate();
            Map<Attempts, Integer> counted = new LinkedHashMap<>();
            limits.forEach((subject, limit) -> {
                Attempts attempts = em.find(Attempts.class, subject);
                if (attempts == null) {
                    attempts = new Attempts(subject, now);
                    em.persist(attempts);
                }
                counted.put(attempts, limit);
            });
            return Attempts.take(counted, now);
        });
    }

    /** Forgets the tries of one and gives one try back to others; the caller holds the locks on them. */
    public void succeeded(String forgotten, Collection<String> givenBack) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("DELETE FROM Attempts a WHERE a.subject = :subject").setParameter("subject", forgotten)
                    .executeUpdate();
            for (String subject : givenBack) {
                Attempts other = em.find(Attempts.class, subject);
                if (other != null) {
                    other.giveBack();
                }
            }
        });
    }
}
