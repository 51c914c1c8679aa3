package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.record.IndexedRecord;
import com.pivotino.crm.api.record.RecordAccess;

/**
 * An opportunity was deleted; the state is the last one.
 *
 * @param readersBefore who could read it until then
 */
@EventType("pipeline.OpportunityDeleted")
public record OpportunityDeleted(OpportunityState state, RecordAccess readersBefore) implements OpportunityEvent {

    public OpportunityDeleted(OpportunityState state) {
        this(state, null);
    }

    @Override
    public IndexedRecord indexed() {
        return state.indexed().gone();
    }
}
