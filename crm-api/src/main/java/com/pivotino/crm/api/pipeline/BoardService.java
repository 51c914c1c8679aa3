package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import org.osgi.annotation.versioning.ProviderType;

/** The board, in the filters of {@link OpportunityService#list}. */
@ProviderType
public interface BoardService {
    /** Cards a column unless the query says less. */
    int CARDS = 80;

    /** All columns with their first cards; {@link ListQuery#limit()} is the number of cards a column. */
    Board board(Actor actor, ListQuery query);

    /** More cards of one column, from the query's cursor. */
    BoardColumn column(Actor actor, long stageId, ListQuery query);

    /**
     * Folds a column for the actor alone (SEMANTICS P5).
     *
     * @param folded null for the stage's default
     * @return how the column is drawn now
     */
    boolean fold(Call call, long stageId, Boolean folded);
}
