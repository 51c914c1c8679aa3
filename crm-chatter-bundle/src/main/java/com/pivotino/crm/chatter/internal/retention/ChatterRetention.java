package com.pivotino.crm.chatter.internal.retention;

import com.pivotino.crm.api.module.RetentionRules;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long this module keeps notifications that were read. */
@Component(service = RetentionRules.class)
public final class ChatterRetention implements RetentionRules {

    /** @param schema only awaited */
    @Activate
    public ChatterRetention(@Reference(target = "(crm.module=chatter)") SchemaReady schema) {
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("chatter.notifications", 365, "ch_notice", "id", "notice_at", "is_read = TRUE"));
    }
}
