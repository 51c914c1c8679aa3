package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.rest.MergePatch;
import org.osgi.annotation.versioning.ProviderType;

/** Plans of several activities. Everybody reads and launches them, managers change them. */
@ProviderType
public interface ActivityPlanService {

    /** By name; filter {@code active} ({@code true}, {@code false}). */
    Page<ActivityPlan> list(ListQuery query);

    /** One plan, or {@code not_found}. */
    ActivityPlan get(long id);

    /** Makes a plan: {@code name} and at least one of {@code lines} are required. */
    ActivityPlan create(Actor actor, MergePatch members);

    /** Edits a plan; {@code lines} replace the old ones as a whole. What was launched before does not change. */
    ActivityPlan edit(Call call, long id, MergePatch patch);

    /** Deletes a plan; what was launched stays. */
    void delete(Call call, long id);

    /**
     * Plans all of its activities in one act, which can be undone as one. The record must be writable, each assignee must be
     * able to read it, each type active; else all is refused, naming the line: {@code lines[1].assigneeId}.
     */
    Answer<PlanLaunch> launch(Actor actor, long id, NewLaunch launch);
}
