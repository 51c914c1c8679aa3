package com.pivotino.crm.api.activity.spi;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings types of activities (SEMANTICS B3). An OSGi service, asked through the plugin invoker when it has come and when its
 * properties change; what it said is remembered.
 *
 * <p>Several match: the union of all; of one key the highest ranking wins, and a key that the workspace has made itself is
 * never taken over. An exception, no answer in time, null, or when the service is gone: its types are unavailable. They are
 * shown on what there is, which can be edited and completed, and not offered for anything new. A single type that is not
 * acceptable is left out and logged. Implementations are thread-safe and do not call command services.
 */
@ExtensionPoint(required = ActivityTypeProvider.ID)
@ConsumerType
public interface ActivityTypeProvider {

    /** Service property, String, required, stable: whose types these are; without it the service is ignored and logged. */
    String ID = "crm.activity.provider";

    /** Its types, in any order. */
    List<ActivityTypeDefinition> types();
}
