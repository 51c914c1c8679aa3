package com.pivotino.crm.chatter.internal.file;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;

/** Files in the database; joins the running transaction. */
final class FileRows {

    private final EntityManager em;

    FileRows(EntityManager em) {
        this.em = em;
    }

    StoredFile add(StoredFile file) {
        em.persist(file);
        em.flush();
        return file;
    }

    void remove(StoredFile file) {
        em.remove(file);
    }

    Optional<StoredFile> find(long id) {
        return Optional.ofNullable(em.find(StoredFile.class, id));
    }

    List<StoredFile> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("SELECT f FROM StoredFile f WHERE f.id IN :ids", StoredFile.class)
                .setParameter("ids", ids).getResultList();
    }

    List<StoredFile> ofEntry(long entry) {
        return em.createQuery("SELECT f FROM StoredFile f WHERE f.entryId = :entry ORDER BY f.id", StoredFile.class)
                .setParameter("entry", entry).getResultList();
    }

    /** Forgets what has hung on nothing since before this instant, and answers how many there were. */
    int forgetLoose(Instant before) {
        return em.createQuery("DELETE FROM StoredFile f WHERE f.recordId IS NULL AND f.createdAt < :before")
                .setParameter("before", before).executeUpdate();
    }

    /** Whether a file, or a mail that waits for an administrator, has this content. */
    boolean knows(String sha256) {
        return !em.createQuery("SELECT f.id FROM StoredFile f WHERE f.sha256 = :sha256", Long.class)
                .setParameter("sha256", sha256).setMaxResults(1).getResultList().isEmpty()
                || !em.createQuery("SELECT m.id FROM MailInEntity m WHERE m.rawSha256 = :sha256", Long.class)
                .setParameter("sha256", sha256).setMaxResults(1).getResultList().isEmpty();
    }
}
