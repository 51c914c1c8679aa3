package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.FieldChange;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.record.RecordAccess;
import java.util.List;

/**
 * Fields of an opportunity were edited; one event a save (SEMANTICS C5).
 *
 * @param state               as edited
 * @param changes             what changed of the tracked fields, in display values; empty if only others did
 * @param previousSalesperson who was responsible before, if that changed (SEMANTICS A3), else null
 * @param fields              names of all members that changed, tracked or not: {@code description} and {@code tags} too
 * @param readersBefore       who could read it before, if that is not who can now, else null; followers are not in it
 */
@EventType("pipeline.OpportunityChanged")
public record OpportunityChanged(OpportunityState state, List<FieldChange> changes, NamedRef previousSalesperson,
        boolean salespersonChanged, List<String> fields, RecordAccess readersBefore) implements OpportunityEvent {

    public OpportunityChanged(OpportunityState state, List<FieldChange> changes, NamedRef previousSalesperson,
            boolean salespersonChanged) {
        this(state, changes, previousSalesperson, salespersonChanged, changes.stream().map(FieldChange::field).toList(), null);
    }
}
