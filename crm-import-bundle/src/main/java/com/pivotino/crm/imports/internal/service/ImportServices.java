package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.pipeline.ImportableOpportunities;
import com.pivotino.crm.api.pipeline.LostReasonService;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.imports.internal.plan.StageBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an import asks and tells: the pipeline it fills and the directory it finds people in. */
@Component(service = ImportServices.class)
public final class ImportServices {

    private final PipelineServices pipeline;
    private final Directory directory;
    private final DirectoryAdmin admin;
    private final SettingsService settings;

    @Activate
    public ImportServices(@Reference PipelineServices pipeline, @Reference Directory directory, @Reference DirectoryAdmin admin,
            @Reference SettingsService settings) {
        this.pipeline = pipeline;
        this.directory = directory;
        this.admin = admin;
        this.settings = settings;
    }

    OpportunityService opportunities() {
        return pipeline.opportunities();
    }

    ImportableOpportunities importable() {
        return pipeline.importable();
    }

    LostReasonService lostReasons() {
        return pipeline.lostReasons();
    }

    /** The stages that can be entered, as of now. */
    StageBook stages(Actor actor) {
        return pipeline.stages(actor);
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
