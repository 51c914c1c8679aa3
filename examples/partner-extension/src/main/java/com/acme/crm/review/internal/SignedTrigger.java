package com.acme.crm.review.internal;

import com.pivotino.crm.api.event.DomainEvent;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.spi.StageProposal;
import com.pivotino.crm.api.pipeline.spi.StageTrigger;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Moves an opportunity from the review to Proposition as soon as somebody tags it "signed". */
@Component(property = StageTrigger.TYPES + "=pipeline.OpportunityChanged")
public final class SignedTrigger implements StageTrigger {

    @Override
    public Optional<StageProposal> propose(DomainEvent event, Opportunity opportunity) {
        boolean inReview = opportunity.stage().name().equals("Legal review");
        return inReview && opportunity.tags().contains("signed") ? Optional.of(StageProposal.to("proposition")) : Optional.empty();
    }
}
