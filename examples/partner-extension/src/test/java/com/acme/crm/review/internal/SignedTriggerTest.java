package com.acme.crm.review.internal;

import com.pivotino.crm.api.RecordRef;
import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.event.EventType;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.StageRef;
import com.pivotino.crm.api.pipeline.spi.StageTrigger;
import com.pivotino.crm.testkit.SampleEvent;
import com.pivotino.crm.testkit.SampleOpportunity;
import com.pivotino.crm.testkit.StageTriggerContract;
import java.util.List;
import java.util.Map;

public class SignedTriggerTest extends StageTriggerContract {

    /** The least of an event's body: the trigger looks at the opportunity alone. */
    @EventType("pipeline.OpportunityChanged")
    public record Changed() {
    }

    @Override
    protected StageTrigger trigger() {
        return new SignedTrigger();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(StageTrigger.TYPES, "pipeline.OpportunityChanged");
    }

    @Override
    protected DomainEvent event() {
        return SampleEvent.of("1", RecordRef.opportunity(12), new Changed());
    }

    @Override
    protected Opportunity opportunity() {
        return SampleOpportunity.standingIn(new StageRef(7, "Legal review", "normal"), List.of("signed"));
    }
}
