package com.pivotino.crm.activity.internal.retention;

import com.pivotino.crm.api.module.RetentionRules;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long this module keeps the values that were edited, for merging stale edits. */
@Component(service = RetentionRules.class)
public final class ActivityRetention implements RetentionRules {

    /** @param schema only awaited */
    @Activate
    public ActivityRetention(@Reference(target = "(crm.module=activity)") SchemaReady schema) {
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("activity.edits", 90, "ac_edit", "id", "edited_at", null));
    }
}
