package com.pivotino.crm.chatter.internal.retention;

import com.pivotino.crm.api.module.RetentionRules;
import com.pivotino.crm.api.module.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long this module keeps what only grows: what was read, handed over, sent and received. */
@Component(service = RetentionRules.class)
public final class ChatterRetention implements RetentionRules {

    /** @param schema only awaited */
    @Activate
    public ChatterRetention(@Reference(target = "(crm.module=chatter)") SchemaReady schema) {
    }

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("chatter.notifications", 365, "ch_notice", "id", "notice_at", "is_read = TRUE"),
                new Rule("chatter.deliveries", 1095, "ch_delivery", "id", "settled_at", "state <> 'pending'"),
                new Rule("chatter.views", 365, "ch_access_view", "id", "viewed_at", null),
                new Rule("chatter.mailOut", 1095, "ch_mail", "id", "sent_at", "state IN ('sent', 'bounced')"),
                new Rule("chatter.mailIn", 1095, "ch_mail_in", "id", "received_at", "state <> 'quarantined'"));
    }
}
