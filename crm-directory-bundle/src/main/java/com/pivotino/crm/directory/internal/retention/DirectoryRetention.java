package com.pivotino.crm.directory.internal.retention;

import com.pivotino.crm.api.module.RetentionRules;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long this module keeps the values that were changed in people and teams. */
@Component(service = RetentionRules.class)
public final class DirectoryRetention implements RetentionRules {

    /** @param schema only awaited */
    @Activate
    public DirectoryRetention(@Reference(target = "(crm.module=directory)") SchemaReady schema) {
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("directory.changes", 365, "dir_change", "id", "changed_at", null));
    }
}
