package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.pipeline.LostReasonService;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.StageService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an import asks and tells: the pipeline it fills and the directory it finds people in. */
@Component(service = Surroundings.class)
public final class Surroundings {

    private final OpportunityService opportunities;
    private final StageService stages;
    private final LostReasonService lostReasons;
    private final Directory directory;
    private final DirectoryAdmin admin;
    private final SettingsService settings;

    @Activate
    public Surroundings(@Reference OpportunityService opportunities, @Reference StageService stages,
            @Reference LostReasonService lostReasons, @Reference Directory directory, @Reference DirectoryAdmin admin,
            @Reference SettingsService settings) {
        this.opportunities = opportunities;
        this.stages = stages;
        this.lostReasons = lostReasons;
        this.directory = directory;
        this.admin = admin;
        this.settings = settings;
    }

    OpportunityService opportunities() {
        return opportunities;
    }

    StageService stages() {
        return stages;
    }

    LostReasonService lostReasons() {
        return lostReasons;
    }

    Directory directory() {
        return directory;
    }

    DirectoryAdmin admin() {
        return admin;
    }

    SettingsService settings() {
        return settings;
    }
}
