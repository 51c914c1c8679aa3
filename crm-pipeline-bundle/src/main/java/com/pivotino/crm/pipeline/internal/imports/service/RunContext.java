package com.pivotino.crm.pipeline.internal.imports.service;

import com.pivotino.crm.api.Actor;
import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportFile;
import com.pivotino.crm.pipeline.internal.imports.domain.ImportRun;
import com.pivotino.crm.pipeline.internal.imports.plan.Meanings;
import com.pivotino.crm.pipeline.internal.imports.plan.StageBook;
import com.pivotino.crm.pipeline.internal.imports.store.ImportStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one act of a run works with.
 *
 * @param actor who asked for the run, with the rights of now
 * @param now   the instant of the act
 */
record RunContext(ImportRun run, ImportFile file, Actor actor, Instant now, ImportStore store, ImportServices around) {

    /** The stages that can be entered, as of now. */
    StageBook stages() {
        return stages(around, actor);
    }

    Meanings meanings(StageBook stages) {
        return new Meanings(file, stages);
    }

    static StageBook stages(ImportServices around, Actor actor) {
        return new StageBook(around.stages().list(actor, new ListQuery(ListQuery.MAX_LIMIT, null, null, false,
                Map.of("active", List.of("true")))).items());
    }
}
