package com.pivotino.crm.imports.internal.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.imports.internal.domain.ImportFile;
import com.pivotino.crm.imports.internal.domain.ImportRun;
import com.pivotino.crm.imports.internal.plan.Meanings;
import com.pivotino.crm.imports.internal.plan.StageBook;
import com.pivotino.crm.imports.internal.store.ImportStore;
import java.time.Instant;

/**
 * What one act of a run works with.
 *
 * @param actor who asked for the run, with the rights of now
 * @param now   the instant of the act
 */
record RunContext(ImportRun run, ImportFile file, Actor actor, Instant now, ImportStore store, ImportServices around) {

    /** The stages that can be entered, as of now. */
    StageBook stages() {
        return around.stages(actor);
    }

    Meanings meanings(StageBook stages) {
        return new Meanings(file, stages);
    }
}
