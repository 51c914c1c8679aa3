package com.pivotino.crm.pipeline.internal.standard;

import com.pivotino.crm.api.pipeline.spi.StageProvider;
import com.pivotino.crm.testkit.StageProviderContract;
import java.util.Map;

/** The product's own stages keep the contract that partners' stages keep. */
public class StandardStagesTest extends StageProviderContract {

    @Override
    protected StageProvider provider() {
        return new StandardStages();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("service.ranking", -100);
    }
}
