package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.pipeline.ImportableOpportunities;
import com.pivotino.crm.api.pipeline.LostReasonService;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.StageService;
import com.pivotino.crm.imports.internal.plan.StageBook;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pipeline that imports fill. */
@Component(service = PipelineServices.class)
public final class PipelineServices {

    private final OpportunityService opportunities;
    private final ImportableOpportunities importable;
    private final StageService stages;
    private final LostReasonService lostReasons;

    @Activate
    public PipelineServices(@Reference OpportunityService opportunities, @Reference ImportableOpportunities importable,
            @Reference StageService stages, @Reference LostReasonService lostReasons) {
        this.opportunities = opportunities;
        this.importable = importable;
        this.stages = stages;
        this.lostReasons = lostReasons;
    }

    OpportunityService opportunities() {
        return opportunities;
    }

    ImportableOpportunities importable() {
        return importable;
    }

    LostReasonService lostReasons() {
        return lostReasons;
    }

    /** The stages that can be entered, as of now. */
    StageBook stages(Actor actor) {
        return new StageBook(stages.list(actor, new ListQuery(ListQuery.MAX_LIMIT, null, null, false,
                Map.of("active", List.of("true")))).items());
    }
}
