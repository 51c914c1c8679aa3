package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.rest.MergePatch;
import org.osgi.annotation.versioning.ProviderType;

/** One thing done to many opportunities (SEMANTICS P18). */
@ProviderType
public interface OpportunityBulkService {

    /**
     * Does it in one act with one cause id, to be undone as one, except for a deletion; each record gets the log entry
     * that it would get alone.
     *
     * @param what {@code ids} (1 to 500), {@code action} ({@code move, won, lost, restore, assign, tag, delete}),
     *             {@code partial} (whether the others are done if some are refused), and what the action by itself takes:
     *             {@code stageId, lostReasonId, proposedReason, note, meetings, openActivities, salespersonId, teamId};
     *             {@code tag} takes {@code tags} to add and {@code removeTags}
     * @throws com.pivotino.crm.api.CrmException without {@code partial}, as {@link BulkReport#asRefusal()} says;
     *         {@code lost_reason_required} and other refusals of the request itself in any case
     */
    Answer<BulkReport> bulk(Call call, MergePatch what);
}
