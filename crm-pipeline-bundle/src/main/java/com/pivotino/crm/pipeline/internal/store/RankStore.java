package com.pivotino.crm.pipeline.internal.store;

import com.pivotino.crm.pipeline.internal.domain.Rank;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;

/** Places in a column (SEMANTICS P6): by rank, then id descending. Writing one raises no version. */
public final class RankStore {
    private static final String BELOW = "rank_key >= ? AND (rank_key > ? OR id < ?)";
    private static final String ABOVE = "rank_key <= ? AND (rank_key < ? OR id > ?)";
    private final EntityManager em;

    RankStore(EntityManager em) {
        this.em = em;
    }

    /** A card's place. */
    public record Place(long id, String rank) {
    }

    /** A place on top of a stage's column. */
    public String onTop(long stageId) {
        // not MIN(): H2 reads the whole column for it; in the order of the index it reads one row
        List<?> top = PipelineStores.sql(em, "SELECT rank_key FROM pl_opportunity WHERE stage_id = ? ORDER BY stage_id, rank_key, id DESC"
                + " LIMIT 1", stageId).column();
        return Rank.above(top.isEmpty() ? null : (String) top.get(0));
    }

    /** Where a card stands in this stage; empty if it stands elsewhere. */
    public Optional<Place> find(long id, long stageId) {
        return first(PipelineStores.sql(em, "SELECT id, rank_key FROM pl_opportunity WHERE id = ? AND stage_id = ?", id,
                stageId).rows());
    }

    /** The nearest cards below a place, nearest first, one of them left out. */
    public List<Place> below(long stageId, Place place, long without, int limit) {
        return near(stageId, place, without, limit, BELOW, "stage_id, rank_key, id DESC");
    }

    /** The nearest cards above a place, nearest first, one of them left out. */
    public List<Place> above(long stageId, Place place, long without, int limit) {
        return near(stageId, place, without, limit, ABOVE, "stage_id DESC, rank_key DESC, id");
    }

    private List<Place> near(long stageId, Place place, long without, int limit, String condition, String order) {
        return PipelineStores.sql(em,
                "SELECT id, rank_key FROM pl_opportunity WHERE stage_id = ? AND id <> ? AND " + condition
                + " ORDER BY " + order + " LIMIT " + limit, stageId, without, place.rank(), place.rank(), place.id()).rows()
                .stream().map(RankStore::place).toList();
    }

    public void put(long id, String rank) {
        PipelineStores.sql(em, "UPDATE pl_opportunity SET rank_key = ? WHERE id = ?", rank, id).update();
    }

    private static Optional<Place> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(RankStore::place);
    }

    private static Place place(Object[] row) {
        return new Place(((Number) row[0]).longValue(), (String) row[1]);
    }
}
