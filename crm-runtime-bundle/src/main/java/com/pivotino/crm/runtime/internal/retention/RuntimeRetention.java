package com.pivotino.crm.runtime.internal.retention;

import com.pivotino.crm.api.module.RetentionRules;
import java.util.List;

/** The runtime's own rules; what a listener or a reaction has still before it is never deleted. */
public final class RuntimeRetention implements RetentionRules {

    private static final String HEARD_BY_ALL = "state = 'undone' AND NOT EXISTS (SELECT 1 FROM rt_cursor c, rt_event e"
            + " WHERE e.seq = rt_undo.last_seq AND c.position < e.position)"
            + " AND NOT EXISTS (SELECT 1 FROM rt_missed m WHERE m.event_seq BETWEEN rt_undo.first_seq AND rt_undo.last_seq)";

    @Override
    public List<Rule> rules() {
        return List.of(new Rule("runtime.undone", 90, "rt_undo", "last_seq", "until_at", HEARD_BY_ALL),
                new Rule("runtime.parked", 365, "rt_parked", "event_seq", "parked_at", null));
    }
}
