package com.pivotino.crm.imports.internal.store;

import com.pivotino.crm.imports.internal.domain.ImportLine;
import com.pivotino.crm.imports.internal.domain.ImportProblem;
import com.pivotino.crm.imports.internal.domain.Problem;
import com.pivotino.crm.imports.internal.domain.RowStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** The report of a run, page by page. */
public final class RowReportStore {

    private final EntityManager em;

    public RowReportStore(EntityManager em) {
        this.em = em;
    }

    /**
     * Which lines.
     *
     * @param statuses   empty for all
     * @param severities of the worst problem; empty for all, with or without problems
     * @param code       of one of the problems, or null
     */
    public record Filter(long runId, Set<RowStatus> statuses, Set<String> severities, String code) {

        private String where() {
            return " FROM ImportLine l WHERE l.runId = :run" + (statuses.isEmpty() ? "" : " AND l.status IN :statuses")
                    + (severities.isEmpty() ? "" : " AND l.severity IN :severities")
                    + (code == null ? "" : " AND EXISTS (SELECT p.id FROM ImportProblem p WHERE p.runId = l.runId"
                            + " AND p.line = l.line AND p.code = :code)");
        }

        private <T> TypedQuery<T> bind(TypedQuery<T> query) {
            query.setParameter("run", runId);
            if (!statuses.isEmpty()) {
                query.setParameter("statuses", statuses);
            }
            if (!severities.isEmpty()) {
                query.setParameter("severities", severities);
            }
            return code == null ? query : query.setParameter("code", code);
        }
    }

    /** Up to so many lines after this one, in the order of the file. */
    public List<ImportLine> lines(Filter filter, int after, int limit) {
        return filter.bind(em.createQuery("SELECT l" + filter.where() + " AND l.line > :after ORDER BY l.line", ImportLine.class))
                .setParameter("after", after).setMaxResults(limit).getResultList();
    }

    public long count(Filter filter) {
        return filter.bind(em.createQuery("SELECT COUNT(l)" + filter.where(), Long.class)).getSingleResult();
    }

    /** The problems of these lines of a run, by line. */
    public Map<Integer, List<Problem>> problems(long runId, Collection<ImportLine> lines) {
        Map<Integer, List<Problem>> problems = new TreeMap<>();
        if (!lines.isEmpty()) {
            em.createQuery("SELECT p FROM ImportProblem p WHERE p.runId = :run AND p.line IN :lines ORDER BY p.line, p.id",
                    ImportProblem.class).setParameter("run", runId)
                    .setParameter("lines", lines.stream().map(ImportLine::line).toList()).getResultList()
                    .forEach(problem -> problems.computeIfAbsent(problem.line(), line -> new ArrayList<>()).add(problem.problem()));
        }
        return problems;
    }
}
