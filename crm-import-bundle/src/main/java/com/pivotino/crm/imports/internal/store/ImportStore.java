package com.pivotino.crm.imports.internal.store;

import com.pivotino.crm.api.CrmException;
import com.pivotino.crm.imports.internal.csv.CsvRow;
import com.pivotino.crm.imports.internal.domain.ImportBlock;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportKey;
import com.pivotino.crm.imports.internal.domain.ImportKind;
import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.ImportMade;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import com.pivotino.crm.imports.internal.domain.RunState;
import com.pivotino.crm.support.EntityStore;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** Uploaded files, their runs and what came of them, in the database; joins the running transaction. */
public final class ImportStore extends EntityStore {

    public ImportStore(EntityManager em) {
        super(em);
    }

    /** Writes what is pending and lets go of a block that need not be kept in memory. */
    public void letGo(ImportBlock block) {
        em.flush();
        em.detach(block);
    }

    /** @throws CrmException {@code not_found} */
    public ImportFile file(long id) {
        return Optional.ofNullable(em.find(ImportFile.class, id)).orElseThrow(() -> CrmException.notFound("The import"));
    }

    /** The rows of one block; empty if the file has no such block. */
    public List<CsvRow> rows(long importId, int place) {
        return em.createQuery("SELECT b FROM ImportBlock b WHERE b.importId = :id AND b.place = :place", ImportBlock.class)
                .setParameter("id", importId).setParameter("place", place).getResultList()
                .stream().findFirst().map(ImportBlock::rows).orElse(List.of());
    }

    /** How many blocks the file has. */
    public int blocks(long importId) {
        return em.createQuery("SELECT COUNT(b) FROM ImportBlock b WHERE b.importId = :id", Long.class)
                .setParameter("id", importId).getSingleResult().intValue();
    }

    /** @throws CrmException {@code not_found} */
    public ImportRun run(long id) {
        return Optional.ofNullable(em.find(ImportRun.class, id)).orElseThrow(() -> CrmException.notFound("The run"));
    }

    /** The run, if it is still there. */
    public Optional<ImportRun> findRun(long id) {
        return Optional.ofNullable(em.find(ImportRun.class, id));
    }

    /** Whether one of its runs has not ended, be it one that is being taken back. */
    public boolean isRunning(long importId) {
        return em.createQuery("SELECT COUNT(r) FROM ImportRun r WHERE r.importId = :id AND r.state NOT IN :ended", Long.class)
                .setParameter("id", importId).setParameter("ended", Set.of(RunState.DONE, RunState.FAILED, RunState.UNDONE))
                .getSingleResult() > 0;
    }

    /** The run that was asked for last. */
    public Optional<ImportRun> latestRun(long importId) {
        return em.createQuery("SELECT r FROM ImportRun r WHERE r.importId = :id ORDER BY r.id DESC", ImportRun.class)
                .setParameter("id", importId).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** Forgets what earlier dry runs of the file said; what real runs said stays. */
    public void forgetDryRuns(long importId) {
        List<Long> dry = em.createQuery("SELECT r.id FROM ImportRun r WHERE r.importId = :id AND r.dryRun = TRUE"
                + " AND r.state IN :ended", Long.class).setParameter("id", importId)
                .setParameter("ended", Set.of(RunState.DONE, RunState.FAILED)).getResultList();
        for (Long run : dry) {
            for (String entity : List.of("ImportProblem", "ImportLine", "ImportMade")) {
                em.createQuery("DELETE FROM " + entity + " e WHERE e.runId = :run").setParameter("run", run).executeUpdate();
            }
        }
    }

    /** The good rows of a run are held, since others failed. */
    public void holdGood(long runId) {
        em.createQuery("UPDATE ImportLine l SET l.status = :held WHERE l.runId = :run AND l.status <> :failed")
                .setParameter("held", RowStatus.HELD).setParameter("failed", RowStatus.FAILED).setParameter("run", runId)
                .executeUpdate();
    }

    /** The lines of one block of a run, in order. */
    public List<ImportLine> lines(long runId, int block) {
        return em.createQuery("SELECT l FROM ImportLine l WHERE l.runId = :run AND l.block = :block ORDER BY l.line",
                ImportLine.class).setParameter("run", runId).setParameter("block", block).getResultList();
    }

    /** The records that the rows of one block change, or have made. */
    public List<Long> records(long runId, int block, boolean made) {
        return em.createQuery("SELECT l.recordId FROM ImportLine l WHERE l.runId = :run AND l.block = :block"
                + " AND l.recordId IS NOT NULL AND l.status IN :statuses", Long.class)
                .setParameter("run", runId).setParameter("block", block)
                .setParameter("statuses", made ? EnumSet.of(RowStatus.CREATED, RowStatus.UPDATED, RowStatus.KEPT)
                : EnumSet.of(RowStatus.UPDATED))
                .getResultList();
    }

    /** For each of the keys that the run has seen, the first line with it. */
    public Map<String, Integer> firstLines(long runId, Collection<String> keys) {
        Map<String, Integer> lines = new HashMap<>();
        if (!keys.isEmpty()) {
            for (Object[] row : em.createQuery("SELECT l.key, MIN(l.line) FROM ImportLine l WHERE l.runId = :run"
                    + " AND l.key IN :keys GROUP BY l.key", Object[].class)
                    .setParameter("run", runId).setParameter("keys", keys).getResultList()) {
                lines.put((String) row[0], ((Number) row[1]).intValue());
            }
        }
        return lines;
    }

    /** What earlier imports made of rows with these keys; several records of one key if people cannot see each other's. */
    public Map<String, List<ImportKey>> keys(ImportKind kind, Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : em.createQuery("SELECT k FROM ImportKey k WHERE k.kind = :kind AND k.key IN :keys ORDER BY k.id",
                ImportKey.class).setParameter("kind", kind).setParameter("keys", keys).getResultList().stream()
                .collect(Collectors.groupingBy(ImportKey::key));
    }

    /** Those of the runs that this user has asked for. */
    public Set<Long> runsOf(Long user, Collection<Long> runs) {
        return user == null || runs.isEmpty() ? Set.of() : new HashSet<>(em.createQuery("SELECT r.id FROM ImportRun r"
                + " WHERE r.id IN :runs AND r.requestedBy = :user", Long.class).setParameter("runs", runs).setParameter("user", user)
                .getResultList());
    }

    /** Those of the contacts that the run itself has made. */
    public Set<Long> madeAmong(long runId, Collection<Long> contacts) {
        return contacts.isEmpty() ? Set.of() : new HashSet<>(em.createQuery("SELECT m.recordId FROM ImportMade m WHERE m.runId = :run"
                + " AND m.kind = 'contact' AND m.recordId IN :ids", Long.class).setParameter("run", runId).setParameter("ids", contacts)
                .getResultList());
    }

    /** Forgets what a run made of these rows. */
    public void forgetKeys(long runId, ImportKind kind, Collection<String> keys) {
        if (!keys.isEmpty()) {
            em.createQuery("DELETE FROM ImportKey k WHERE k.runId = :run AND k.kind = :kind AND k.key IN :keys")
                    .setParameter("run", runId).setParameter("kind", kind).setParameter("keys", keys).executeUpdate();
        }
    }

    /** The people of these names that the run makes, by name in lower case. */
    public Map<String, ImportMade> made(long runId, String kind, Collection<String> names) {
        Map<String, ImportMade> made = new HashMap<>();
        List<String> keys = names.stream().map(ImportMade::nameKey).distinct().toList();
        if (!keys.isEmpty()) {
            em.createQuery("SELECT m FROM ImportMade m WHERE m.runId = :run AND m.kind = :kind AND m.name IN :names",
                    ImportMade.class).setParameter("run", runId).setParameter("kind", kind).setParameter("names", keys)
                    .getResultList().forEach(one -> made.put(one.name(), one));
        }
        return made;
    }

    /** The people and teams that the run has made and that are still there, the last first. */
    public List<ImportMade> madeBy(long runId) {
        return em.createQuery("SELECT m FROM ImportMade m WHERE m.runId = :run AND m.recordId IS NOT NULL AND m.kind <> :alias"
                + " ORDER BY m.id DESC", ImportMade.class).setParameter("run", runId).setParameter("alias", ImportMade.ALIAS)
                .getResultList();
    }

    /** The last run that wrote something and can still be taken back. */
    public Optional<ImportRun> lastWritten(long importId) {
        return em.createQuery("SELECT r FROM ImportRun r WHERE r.importId = :id AND r.dryRun = FALSE AND r.state = :done"
                + " AND (r.created > 0 OR r.updated > 0) ORDER BY r.id DESC", ImportRun.class).setParameter("id", importId)
                .setParameter("done", RunState.DONE)
                .setMaxResults(1).getResultList().stream().findFirst();
    }

    /** How many people and teams the run makes, by kind; in a dry run, would make. */
    public Map<String, Long> madeCounts(ImportRun run) {
        Map<String, Long> counts = new TreeMap<>();
        TypedQuery<Object[]> query = em.createQuery("SELECT m.kind, COUNT(m) FROM ImportMade m WHERE m.runId = :run AND m.kind <> :alias"
                + (run.dryRun() || !run.state().ended() ? "" : " AND m.recordId IS NOT NULL") + " GROUP BY m.kind", Object[].class);
        for (Object[] row : query.setParameter("run", run.id()).setParameter("alias", ImportMade.ALIAS).getResultList()) {
            counts.put((String) row[0], ((Number) row[1]).longValue());
        }
        return counts;
    }
}
