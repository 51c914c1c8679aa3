package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordFact;
import org.osgi.annotation.versioning.ProviderType;

/** An event of an opportunity that says how the opportunity stood right after it. */
@ProviderType
public interface OpportunityEvent extends RecordFact {

    OpportunityState state();

    @Override
    default IndexedRecord indexed() {
        return state().indexed();
    }
}
