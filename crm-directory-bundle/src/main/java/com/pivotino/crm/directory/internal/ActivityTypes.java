package com.pivotino.crm.directory.internal;

import com.pivotino.crm.api.ListQuery;
import com.pivotino.crm.api.Page;
import com.pivotino.crm.api.activity.ActivityType;
import com.pivotino.crm.api.activity.ActivityTypeService;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Whether there is an active type of activities with an id. */
final class ActivityTypes {

    private static final int PAGE = 100;

    private ActivityTypes() {
    }

    /** While the activities are away, each id is believed. */
    static boolean has(BundleContext context, ServiceReference<ActivityTypeService> reference, long id) {
        ActivityTypeService types = reference == null ? null : context.getService(reference);
        if (types == null) {
            return true;
        }
        try {
            return isAmong(types, id);
        } finally {
            context.ungetService(reference);
        }
    }

    private static boolean isAmong(ActivityTypeService types, long id) {
        String cursor = null;
        do {
            Page<ActivityType> page = types.list(new ListQuery(PAGE, cursor, null, false, Map.of("active", List.of("true"))));
            if (page.items().stream().anyMatch(type -> type.id() == id)) {
                return true;
            }
            cursor = page.next();
        } while (cursor != null);
        return false;
    }
}
