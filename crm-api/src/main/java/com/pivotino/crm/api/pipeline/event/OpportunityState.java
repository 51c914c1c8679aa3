package com.pivotino.crm.api.pipeline.event;

import com.pivotino.crm.api.Money;
import com.pivotino.crm.api.NamedRef;
import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.record.IndexedRecord;

/**
 * The opportunity as it stood right after the event: what other bundles keep of it.
 *
 * @param outcome     {@code open, won, lost}
 * @param salesperson user responsible, or null
 * @param createdBy   user who made it, or null for the system
 */
public record OpportunityState(long id, long version, String name, StageRef stage, String outcome, NamedRef salesperson,
        NamedRef team, NamedRef customer, String email, String phone, Money expectedRevenue, Integer priority,
        NamedRef createdBy) {

    /** The part for the record index. */
    public IndexedRecord indexed() {
        return new IndexedRecord(RecordRef.opportunity(id), name, id(salesperson), id(team), id(createdBy), false);
    }

    private static Long id(NamedRef ref) {
        return ref == null ? null : ref.id();
    }
}
