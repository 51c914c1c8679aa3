package com.pivotino.crm.demo.internal;

import com.pivotino.crm.api.activity.ActivityService;
import com.pivotino.crm.api.activity.ActivityTypeService;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.pipeline.LostReasonService;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.StageService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services through which the demonstration is made, the same that everybody else uses. */
@Component(service = DemoServices.class)
public final class DemoServices {

    private final OpportunityService opportunities;
    private final StageService stages;
    private final LostReasonService reasons;
    private final ActivityService activities;
    private final ActivityTypeService types;
    private final DirectoryAdmin people;

    @Activate
    public DemoServices(@Reference OpportunityService opportunities, @Reference StageService stages,
            @Reference LostReasonService reasons, @Reference ActivityService activities, @Reference ActivityTypeService types,
            @Reference DirectoryAdmin people) {
        this.opportunities = opportunities;
        this.stages = stages;
        this.reasons = reasons;
        this.activities = activities;
        this.types = types;
        this.people = people;
    }

    OpportunityService opportunities() {
        return opportunities;
    }

    StageService stages() {
        return stages;
    }

    LostReasonService reasons() {
        return reasons;
    }

    ActivityService activities() {
        return activities;
    }

    ActivityTypeService types() {
        return types;
    }

    DirectoryAdmin people() {
        return people;
    }
}
