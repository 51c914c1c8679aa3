package com.pivotino.crm.imports.internal.retention;

import com.pivotino.crm.api.module.RetentionRules;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long this module keeps the rows of uploaded files. Reports of runs, and what it takes to take a run back, stay. */
@Component(service = RetentionRules.class)
public final class ImportRetention implements RetentionRules {

    /** @param schema only awaited */
    @Activate
    public ImportRetention(@Reference(target = "(crm.module=imports)") SchemaReady schema) {
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("imports.uploads", 90, "pl_import_block", "id", "kept_since", "NOT EXISTS (SELECT 1 FROM pl_import_run r"
                + " WHERE r.import_id = pl_import_block.import_id AND r.state NOT IN ('DONE', 'FAILED', 'UNDONE'))"));
    }
}
