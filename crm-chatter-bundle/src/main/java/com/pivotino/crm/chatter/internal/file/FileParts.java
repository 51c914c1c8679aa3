package com.pivotino.crm.chatter.internal.file;

import com.pivotino.crm.support.InstantColumn;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import javax.persistence.EntityManager;

/** Contents of files as rows: one for the whole and one for each part. Joins the running transaction. */
final class FileParts {

    private static final int PART_BYTES = 1 << 19;

    private final EntityManager em;

    FileParts(EntityManager em) {
        this.em = em;
    }

    boolean has(String sha256) {
        return !em.createNativeQuery("SELECT 1 FROM ch_file WHERE sha256 = ?1").setParameter(1, sha256).getResultList().isEmpty();
    }

    /** Keeps content, or says that what is here already was kept again now. */
    void keep(String sha256, long size, InputStream content, Instant now) throws IOException {
        if (em.createNativeQuery("UPDATE ch_file SET kept_at = ?2 WHERE sha256 = ?1").setParameter(1, sha256)
                .setParameter(2, column(now)).executeUpdate() > 0) {
            return;
        }
        em.createNativeQuery("INSERT INTO ch_file (sha256, size, kept_at) VALUES (?1, ?2, ?3)").setParameter(1, sha256)
                .setParameter(2, size).setParameter(3, column(now)).executeUpdate();
        byte[] part = content.readNBytes(PART_BYTES);
        for (int place = 0; part.length > 0; place++) {
            em.createNativeQuery("INSERT INTO ch_file_part (sha256, place, content) VALUES (?1, ?2, ?3)").setParameter(1, sha256)
                    .setParameter(2, place).setParameter(3, part).executeUpdate();
            part = content.readNBytes(PART_BYTES);
        }
    }

    /** A part by its place from 0, or null behind the last one. */
    byte[] part(String sha256, int place) {
        List<?> found = em.createNativeQuery("SELECT content FROM ch_file_part WHERE sha256 = ?1 AND place = ?2")
                .setParameter(1, sha256).setParameter(2, place).getResultList();
        return found.isEmpty() ? null : (byte[]) found.get(0);
    }

    int remove(String sha256) {
        return em.createNativeQuery("DELETE FROM ch_file WHERE sha256 = ?1").setParameter(1, sha256).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<String> keptBefore(Instant instant) {
        return em.createNativeQuery("SELECT sha256 FROM ch_file WHERE kept_at < ?1 ORDER BY sha256").setParameter(1, column(instant))
                .getResultList();
    }

    private static java.sql.Timestamp column(Instant instant) {
        return new InstantColumn().convertToDatabaseColumn(instant);
    }
}
