package com.pivotino.crm.pipeline.internal.retention;

import com.pivotino.crm.api.module.RetentionRules;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long this module keeps the values that were changed, for merging stale edits. */
@Component(service = RetentionRules.class)
public final class PipelineRetention implements RetentionRules {

    /** @param schema only awaited */
    @Activate
    public PipelineRetention(@Reference(target = "(crm.module=pipeline)") SchemaReady schema) {
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("pipeline.changes", 90, "pl_change", "id", "at", null));
    }
}
