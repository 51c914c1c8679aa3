package com.pivotino.crm.directory.internal.store;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.directory.internal.domain.ApiKey;
import com.pivotino.crm.directory.internal.domain.Session;
import com.pivotino.crm.directory.internal.domain.UserAccount;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Sessions and API keys in the database. What is looked up with every call is found by its key in one query. */
public final class CredentialStore {

    private final JpaTemplate jpa;

    public CredentialStore(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Opens a session, and drops those that have run out. */
    public void open(Session session, Instant now) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("DELETE FROM Session s WHERE s.expiresAt < :now").setParameter("now", now).executeUpdate();
            em.persist(session);
        });
    }

    /** The session with this hash, and its user if that one is active. */
    public Optional<Found<Session>> session(String tokenHash) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT s, u FROM Session s, UserAccount u WHERE s.tokenHash = :hash AND u.id = s.userId"
                        + " AND u.active = TRUE", Object[].class)
                .setParameter("hash", tokenHash).getResultStream().findFirst()
                .map(row -> new Found<>((Session) row[0], (UserAccount) row[1])));
    }

    /** Notes that it is in use. */
    public void seen(String tokenHash, Instant now) {
        jpa.tx(TransactionType.Required, em -> em
                .createQuery("UPDATE Session s SET s.seenAt = :now WHERE s.tokenHash = :hash AND s.seenAt < :now")
                .setParameter("now", now).setParameter("hash", tokenHash).executeUpdate());
    }

    /** Ends one session. */
    public void end(String tokenHash) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("DELETE FROM Session s WHERE s.tokenHash = :hash")
                .setParameter("hash", tokenHash).executeUpdate());
    }

    /** Ends all sessions of the user but one. */
    public void endAll(long userId, String exceptTokenHash) {
        jpa.tx(TransactionType.Required, em -> em
                .createQuery("DELETE FROM Session s WHERE s.userId = :user AND s.tokenHash <> :kept")
                .setParameter("user", userId).setParameter("kept", exceptTokenHash == null ? "" : exceptTokenHash)
                .executeUpdate());
    }

    /** Keeps a new key; it has its id when this returns. */
    public ApiKey add(ApiKey key) {
        return jpa.txExpr(TransactionType.Required, em -> {
            em.persist(key);
            em.flush();
            return key;
        });
    }

    /** The key with this id, and its user if that one is active. */
    public Optional<Found<ApiKey>> key(long id) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("SELECT k, u FROM ApiKey k, UserAccount u WHERE k.id = :id AND u.id = k.userId"
                        + " AND u.active = TRUE", Object[].class)
                .setParameter("id", id).getResultStream().findFirst()
                .map(row -> new Found<>((ApiKey) row[0], (UserAccount) row[1])));
    }

    /** Notes that it is in use. */
    public void used(long keyId, Instant now) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("UPDATE ApiKey k SET k.usedAt = :now WHERE k.id = :id")
                .setParameter("now", now).setParameter("id", keyId).executeUpdate());
    }

    /** One page of the user's keys. */
    public <V> Page<V> keys(long userId, ListQuery query, Function<V, Long> id, Function<ApiKey, V> value) {
        Keyset<ApiKey> list = new Keyset<>(ApiKey.class, "dir_api_key", "name").where("user_id = ?", userId);
        return jpa.txExpr(TransactionType.Required, em -> list.page(em, query, ApiKey::name, id, value));
    }

    /** Revokes one key of the user; false if there is none. */
    public boolean revoke(long userId, long keyId) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("DELETE FROM ApiKey k WHERE k.id = :id AND k.userId = :user")
                .setParameter("id", keyId).setParameter("user", userId).executeUpdate()) == 1;
    }

    /** Revokes all keys of the user. */
    public void revokeAll(long userId) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("DELETE FROM ApiKey k WHERE k.userId = :user")
                .setParameter("user", userId).executeUpdate());
    }

    /** A credential and whose it is. */
    public record Found<C>(C credential, UserAccount user) {
    }
}
