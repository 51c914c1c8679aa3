package com.acme.crm.review.internal;

import com.pivotino.crm.api.pipeline.spi.StageProvider;
import com.pivotino.crm.testkit.StageProviderContract;
import java.util.Map;

public class ReviewStageTest extends StageProviderContract {

    @Override
    protected StageProvider provider() {
        return new ReviewStage();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of();
    }
}
