package com.acme.crm.review.internal;

import com.pivotino.crm.api.pipeline.spi.StageDefinition;
import com.pivotino.crm.api.pipeline.spi.StageProvider;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Adds the stage "Legal review" between Qualified (30) and Proposition (40). */
@Component
public final class ReviewStage implements StageProvider {

    /** The stage's key; guards and triggers name it. */
    static final String KEY = "acme.legal-review";

    @Override
    public List<StageDefinition> stages() {
        return List.of(new StageDefinition(KEY, "Legal review", "normal", 35, 55, false, "#0f766e"));
    }
}
