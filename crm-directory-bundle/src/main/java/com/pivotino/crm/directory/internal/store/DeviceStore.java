package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.directory.internal.domain.KnownDevice;
import java.time.Instant;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** The browsers that are known, in the database. */
public final class DeviceStore {

    private final JpaTemplate jpa;

    public DeviceStore(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Whether the user has signed in there before, not too long ago. */
    public boolean isKnown(String tokenHash, long userId, Instant now) {
        return jpa.txExpr(TransactionType.Required, em -> {
            KnownDevice device = em.find(KnownDevice.class, tokenHash);
            return device != null && device.isOf(userId, now);
        });
    }

    /** The user has signed in there; drops devices that are not known any more. */
    public void signedIn(String tokenHash, long userId, Instant now) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("DELETE FROM KnownDevice d WHERE d.seenAt < :old").setParameter("old", now.minus(KnownDevice.KEPT))
                    .executeUpdate();
            KnownDevice device = em.find(KnownDevice.class, tokenHash);
            if (device == null) {
                em.persist(new KnownDevice(tokenHash, userId, now));
            } else {
                device.signedIn(userId, now);
            }
        });
    }
}
