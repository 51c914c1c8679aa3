package com.pivotino.crm.imports.internal.store;

import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.imports.internal.domain.RunState;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** The imports there were, without their columns and decisions. */
public final class ImportedRowStore {

    private final EntityManager em;

    public ImportedRowStore(EntityManager em) {
        this.em = em;
    }

    /**
     * One import.
     *
     * @param fileName  or null
     * @param createdBy or null
     */
    public record Line(long id, ImportKind kind, String fileName, int rows, Long createdBy, Instant createdAt) {
    }

    /** The place of a line in the order by time. */
    public record Place(Instant createdAt, long id) {
    }

    /**
     * The newest first.
     *
     * @param by    only this user's, or null for everybody's
     * @param after the line to go on behind, or null
     */
    public List<Line> lines(Long by, Place after, int limit) {
        TypedQuery<Object[]> query = em.createQuery("SELECT f.id, f.kind, f.fileName, f.rows, f.createdBy, f.createdAt FROM ImportFile f"
                + " WHERE f.id > 0" + (by == null ? "" : " AND f.createdBy = :by")
                + (after == null ? "" : " AND (f.createdAt < :at OR f.createdAt = :at AND f.id < :id)")
                + " ORDER BY f.createdAt DESC, f.id DESC", Object[].class).setMaxResults(limit);
        if (by != null) {
            query.setParameter("by", by);
        }
        if (after != null) {
            query.setParameter("at", after.createdAt()).setParameter("id", after.id());
        }
        return query.getResultList().stream().map(f -> new Line((Long) f[0], (ImportKind) f[1], (String) f[2], (Integer) f[3],
                (Long) f[4], (Instant) f[5])).toList();
    }

    public long count(Long by) {
        TypedQuery<Long> query = em.createQuery("SELECT COUNT(f) FROM ImportFile f"
                + (by == null ? "" : " WHERE f.createdBy = :by"), Long.class);
        return (by == null ? query : query.setParameter("by", by)).getSingleResult();
    }

    /** For each of these imports the last run that had something to write, else the last that was to, else the last trial. */
    public Map<Long, ImportRun> tellingRuns(Collection<Long> imports) {
        Map<Long, ImportRun> runs = new HashMap<>();
        if (!imports.isEmpty()) {
            em.createQuery("SELECT r FROM ImportRun r WHERE r.id IN (SELECT MAX(o.id) FROM ImportRun o WHERE o.importId IN :imports"
                    + " GROUP BY o.importId, o.dryRun) OR r.id IN (SELECT MAX(w.id) FROM ImportRun w WHERE w.importId IN :imports"
                    + " AND w.dryRun = FALSE AND (w.state <> :done OR w.created > 0 OR w.updated > 0) GROUP BY w.importId) ORDER BY r.id"
                    + " DESC",
                    ImportRun.class).setParameter("imports", imports).setParameter("done", RunState.DONE).getResultList()
                    .forEach(run -> runs.merge(run.importId(), run, (one, other) -> weight(other) > weight(one) ? other : one));
        }
        return runs;
    }

    private static int weight(ImportRun run) {
        return run.dryRun() ? 0 : run.state() == RunState.DONE && run.created() + run.updated() == 0 ? 1 : 2;
    }
}
