package com.pivotino.crm.api.pipeline;

import com.pivotino.crm.api.Answer;
import com.pivotino.crm.api.BulkReport;
import com.pivotino.crm.api.Call;
import org.osgi.annotation.versioning.ProviderType;

/** One thing done to many opportunities (SEMANTICS P18). */
@ProviderType
public interface OpportunityBulkService {

    /**
     * Does it in one act with one cause id, to be undone as one, except for a deletion; each record gets the log entry
     * that it would get alone.
     *
     * @throws com.pivotino.crm.api.CrmException without {@code partial}, as {@link BulkReport#asRefusal()} says;
     *         {@code lost_reason_required} and other refusals of the request itself in any case
     */
    Answer<BulkReport> bulk(Call call, OpportunityBulk what);
}
