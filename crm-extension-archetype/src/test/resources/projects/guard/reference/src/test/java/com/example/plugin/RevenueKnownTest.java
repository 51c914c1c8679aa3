package com.example.plugin;

import com.pivotino.crm.api.PersonRef;
import com.pivotino.crm.api.pipeline.Opportunity;
import com.pivotino.crm.api.pipeline.spi.StageGuard;
import com.pivotino.crm.api.pipeline.spi.StageMove;
import com.pivotino.crm.testkit.SampleOpportunity;
import com.pivotino.crm.testkit.StageGuardContract;
import java.util.Map;

public class RevenueKnownTest extends StageGuardContract {

    @Override
    protected StageGuard guard() {
        return new RevenueKnown();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(StageGuard.NAME, "revenue-known", StageGuard.STAGE, "proposition");
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
        return new StageMove(opportunity, SampleOpportunity.stage(4, "proposition"), PersonRef.user(1), "drag", null, null);
    }
}
