package com.pivotino.crm.api.activity;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.Call;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.rest.MergePatch;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Plans, tracks and finishes activities (SEMANTICS section 2).
 *
 * <p>An activity is readable by its assignee and by everybody who may read its record; to all others it is {@code not_found}.
 * Its assignee, its creator (who must still be able to read it) and everybody who may change the record may change it; others
 * get {@code forbidden}. Every act takes the lock of the record, joins the running transaction and publishes
 * {@code activity.*} events on the record.
 */
@ProviderType
public interface ActivityService {

    /**
     * Activities that the caller can read. Filters: {@code assignee} (id or {@code me}), {@code state} (repeatable),
     * {@code record} (repeatable), {@code type} (id, repeatable), {@code dueFrom}, {@code dueTo} (inclusive dates);
     * sorted by {@code dueDate} (own order), {@code -dueDate}, {@code createdAt} or {@code -createdAt}.
     */
    Page<Activity> list(Actor actor, ListQuery query);

    /** One activity, or {@code not_found}. */
    Activity get(Actor actor, long id);

    /**
     * The figures of the activities menu.
     *
     * @param scope {@code readable} for all that the caller can read, else null for those assigned to the caller
     */
    ActivitySummary summary(Actor actor, String scope);

    /**
     * When an activity would be due that is planned now without a date, and why (SEMANTICS A4).
     *
     * @param assigneeId who would do it, or null for the caller, or for nobody if a team is named
     * @param teamId     the team that could claim it, or null
     */
    DuePreview dueDate(Actor actor, RecordRef record, Long typeId, Long assigneeId, Long teamId);

    /**
     * Plans an activity. The record must be writable; the assignee must be active and able to read it, else
     * {@code validation_failed} on {@code assigneeId} (SEMANTICS A10). A lost record or a date already past is allowed
     * and answered with an effect of type {@code warning} (SEMANTICS A6, A12).
     */
    Answer<Activity> schedule(Actor actor, NewActivity activity);

    /**
     * Edits an open activity: {@code typeId, summary, note, dueDate, assigneeId}. A done one takes only {@code feedback}
     * and {@code outcome}, from its doer, for 15 minutes; else {@code conflict} (SEMANTICS A6). A stale version is merged
     * if none of the members sent has changed since, else {@code version_conflict}.
     */
    Answer<Activity> edit(Call call, long id, MergePatch patch);

    /**
     * Completes an activity. A done one is answered as it is, without effect (SEMANTICS A7); a cancelled one is
     * {@code version_conflict} with {@code current}. If the type names outcomes, the outcome is one of them.
     *
     * <p>What its type triggers is planned in the same act, unless {@code next} says what is (SEMANTICS A9); what its type
     * suggests is answered as {@code suggestedNext}.
     */
    Answer<Activity> complete(Call call, long id, Completion completion);

    /**
     * Cancels an activity. A cancelled one is answered as it is, without effect; a done one is {@code version_conflict}
     * with {@code current} (SEMANTICS A8). In New the role of the first activity passes on (SEMANTICS A2).
     */
    Answer<Activity> cancel(Call call, long id, Cancellation cancellation);

    /**
     * Deletes what was planned by mistake: its creator within 15 minutes while it is open, an administrator at any time;
     * else {@code forbidden} (SEMANTICS A8).
     */
    void delete(Call call, long id);
}
