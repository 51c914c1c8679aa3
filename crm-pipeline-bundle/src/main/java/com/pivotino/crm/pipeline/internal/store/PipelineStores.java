package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.api.internal.Memory;
import com.pivotino.crm.api.pipeline.Stage;
import com.pivotino.crm.pipeline.internal.domain.StageLadder;
import com.pivotino.crm.support.SqlStatement;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;

/** The pipeline's tables in the running transaction. Not to be kept. */
public final class PipelineStores {
    private final EntityManager em;
    private final Set<Long> unavailableStages;
    private final Memory.Shelf<String, List<Stage>> known;

    /**
     * @param unavailableStages ids of the stages whose provider is away
     * @param known             all stages as they were read last
     */
    public PipelineStores(EntityManager em, Set<Long> unavailableStages, Memory.Shelf<String, List<Stage>> known) {
        this.em = em;
        this.unavailableStages = unavailableStages;
        this.known = known;
    }

    public OpportunityStore opportunities() {
        return new OpportunityStore(em);
    }

    public RankStore ranks() {
        return new RankStore(em);
    }

    public StageStore stages() {
        return new StageStore(em, unavailableStages, known);
    }

    public ReasonStore reasons() {
        return new ReasonStore(em);
    }

    public HistoryStore history() {
        return new HistoryStore(em);
    }

    public TotalsStore totals() {
        return new TotalsStore(em);
    }

    public BoardStore board() {
        return new BoardStore(em);
    }

    public ActiveTotals activeTotals() {
        return new ActiveTotals(em);
    }

    public SearchIndex search() {
        return new SearchIndex(em);
    }

    public ReportStore reports() {
        return new ReportStore(em);
    }

    public Folds folds() {
        return new Folds(em);
    }

    public SavedFilters savedFilters() {
        return new SavedFilters(em);
    }

    public OpenActivities activities() {
        return new OpenActivities(em);
    }

    public Followers followers() {
        return new Followers(em);
    }

    public TraceStore traces() {
        return new TraceStore(em);
    }

    /** All stages. */
    public StageLadder ladder() {
        return new StageLadder(stages().all());
    }

    /** Writes what has changed, so that versions are the ones that will be committed. */
    public void flush() {
        em.flush();
    }

    /** For what is kept beside the tables above, in the same transaction. */
    public EntityManager em() {
        return em;
    }

    static SqlStatement sql(EntityManager em, String sql, Object... values) {
        return SqlStatement.of(em, sql, values);
    }

    /**
     * On a table that no entity is mapped to, so that nothing has to be written first: a flush for each of thousands of
     * events in one act compares everything that the act has touched, each time.
     */
    static SqlStatement aside(EntityManager em, String sql, Object... values) {
        return sql(em, sql, values).aside();
    }
}
