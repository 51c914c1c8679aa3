package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.directory.Directory;
import com.pivotino.crm.api.directory.DirectoryAdmin;
import com.pivotino.crm.api.directory.SettingsService;
import com.pivotino.crm.api.pipeline.LostReasonService;
import com.pivotino.crm.api.pipeline.OpportunityService;
import com.pivotino.crm.api.pipeline.StageService;

/** What an import asks and tells: the pipeline it fills and the directory it finds people in. */
record ImportServices(OpportunityService opportunities, StageService stages, LostReasonService lostReasons, Directory directory,
        DirectoryAdmin admin, SettingsService settings) {
}
