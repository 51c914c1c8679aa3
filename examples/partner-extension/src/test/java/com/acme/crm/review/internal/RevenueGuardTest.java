package com.acme.crm.review.internal;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.testkit.SampleOpportunity;
import com.pivotino.crm.testkit.StageGuardContract;
import java.util.Map;

public class RevenueGuardTest extends StageGuardContract {

    @Override
    protected StageGuard guard() {
        return new RevenueGuard();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(StageGuard.NAME, "legal-review", StageGuard.STAGE, ReviewStage.KEY);
    }

    @Override
    protected StageMove allowed() {
        return move(SampleOpportunity.full());
    }

    @Override
    protected StageMove denied() {
        return move(SampleOpportunity.minimal());
    }

    private static StageMove move(Opportunity opportunity) {
        return new StageMove(opportunity, SampleOpportunity.stage(7, ReviewStage.KEY), PersonRef.user(1), "drag", null, null);
    }
}
