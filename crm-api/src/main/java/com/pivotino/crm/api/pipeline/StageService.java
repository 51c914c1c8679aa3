package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.rest.MergePatch;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The stages (SEMANTICS P2 to P5). Everybody reads, managers change. A change that leaves a pipeline without exactly one
 * new, at most one first_activity, at least one won and one lost stage is {@code validation_failed}.
 */
@ProviderType
public interface StageService {

    /** In order. Filters: {@code team} (common ones and the team's), {@code active} (default true; {@code all}). */
    Page<Stage> list(Actor actor, ListQuery query);

    Stage get(Actor actor, long id);

    Stage create(Call call, NewStage what);

    /**
     * Edits members. {@code active: false} archives; with {@code targetStageId} the cards move there first, without it
     * a stage in use is {@code stage_in_use} (P4).
     */
    Stage update(Call call, long id, MergePatch patch);

    /**
     * Deletes a stage in which no card stands. One that cards stood in before is archived, since the history and the reports
     * name it.
     *
     * @param targetStageId if not null, cards move there and the stage is archived, since the history names it
     */
    void delete(Call call, long id, Long targetStageId);
}
