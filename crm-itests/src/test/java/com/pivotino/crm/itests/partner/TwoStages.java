package com.pivotino.crm.itests.partner;

import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import java.util.List;

/** Two partners' providers for one stage. */
public final class TwoStages {

    private TwoStages() {
    }

    /** The one with the lower ranking. */
    public static final class Low implements StageProvider {
        @Override
        public List<StageDefinition> stages() {
            return List.of(new StageDefinition("acme.pilot", "Pilot of the low", 700, 50));
        }
    }

    /** The one with the higher ranking. */
    public static final class High implements StageProvider {
        @Override
        public List<StageDefinition> stages() {
            return List.of(new StageDefinition("acme.pilot", "Pilot of the high", 700, 60));
        }
    }
}
