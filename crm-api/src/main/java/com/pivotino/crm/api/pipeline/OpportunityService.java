package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.rest.MergePatch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opportunities and their acts (SEMANTICS P1 to P17). Every call joins the act that runs on the thread.
 *
 * <p>All of them: who may not read gets {@code not_found}, who may read but not change {@code forbidden}. Acts whose
 * target is the current state change nothing and answer the state; otherwise a stale {@link Call#version()} is
 * {@code version_conflict} with {@code current}, {@code changedBy} and {@code changedAt} (P8).
 */
@ProviderType
public interface OpportunityService {

    /** Makes one. {@code validation_failed}, {@code lost_reason_required}. */
    Answer<Opportunity> create(Call call, NewOpportunity what);

    /**
     * Makes many in one act, all or none; a refusal names the member as {@code rows[3].stageId}, counted from 0. Names
     * are looked up for all at once. One event each.
     *
     * @return in the order given
     */
    List<Opportunity> createAll(Call call, List<ImportedOpportunity> rows);

    Opportunity get(Actor actor, long id);

    /**
     * Opportunities that the actor may read. Filters as REST names them; sorts {@code createdAt} (default, newest first),
     * {@code name, expectedRevenue, expectedClosing, priority, stageSince, closedAt, id}.
     */
    Page<Opportunity> list(Actor actor, ListQuery query);

    /**
     * Edits members. A stale version is merged if none of the members sent has changed since, else
     * {@code version_conflict} with {@code conflicts: [{field, base, theirs, mine}]}.
     */
    Answer<Opportunity> update(Call call, long id, MergePatch patch);

    /** Deletes it with its history; for its owner and managers. */
    void delete(Call call, long id);

    /** Moves it to a stage, closed ones included (P6 to P16). {@code guard_refused} if a guard denies it. */
    Answer<Opportunity> move(Call call, long id, MoveRequest move);

    /** Marks it won (P13). */
    Answer<Opportunity> win(Call call, long id, WonRequest request);

    /** Marks it lost (P14). {@code lost_reason_required}. */
    Answer<Opportunity> lose(Call call, long id, LostRequest request);

    /** Opens it again (P16). */
    Answer<Opportunity> restore(Call call, long id, RestoreRequest request);

    /** Stages and outcomes it went through, oldest first (P7). */
    List<HistoryEntry> history(Actor actor, long id);

    /** The ids of opportunities by external id, for those keys that exist; one query. Permissions are not applied. */
    Map<String, Long> idsByExternalId(Collection<String> externalIds);
}
