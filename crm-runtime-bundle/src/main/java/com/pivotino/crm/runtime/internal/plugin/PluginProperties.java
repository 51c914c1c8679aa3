package com.pivotino.crm.runtime.internal.plugin;

import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.ServiceReference;

/** Service properties as a map. */
public final class PluginProperties {

    private PluginProperties() {
    }

    public static Map<String, Object> of(ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return properties;
    }

    /** Whether a bundle belongs to the product. */
    public static boolean isOurs(String symbolicName) {
        return symbolicName.startsWith("crm-") && symbolicName.endsWith("-bundle");
    }
}
