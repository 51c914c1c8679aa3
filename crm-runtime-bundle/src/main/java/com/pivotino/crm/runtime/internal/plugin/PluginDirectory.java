package com.pivotino.crm.runtime.internal.plugin;

import com.pivotino.crm.api.plugin.ExtensionPoint;
import com.pivotino.crm.api.plugin.Plugin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Lists the services of all extension points as they are registered now; nothing is remembered of those that have gone. */
public final class PluginDirectory {

    private static final String OURS = "(" + Constants.OBJECTCLASS + "=com.pivotino.crm.api.*)";

    private final BundleContext context;
    private final PluginCalls calls;

    /** One service of an extension point. */
    private record Found(String type, ExtensionPoint point, ServiceReference<?> reference, Plugin<Object> plugin) {
    }

    public PluginDirectory(BundleContext context, PluginCalls calls) {
        this.context = context;
        this.calls = calls;
    }

    /**
     * All plugins, by type and then in the order in which they are asked.
     *
     * @param refusals why services are left out for other reasons, by the service's id
     */
    public List<PluginInfo> all(Map<Long, String> refusals) {
        Map<Long, PluginRecord.State> states = new HashMap<>();
        calls.states().forEach(state -> states.put(state.serviceId(), state));
        List<PluginInfo> all = new ArrayList<>();
        found().forEach((type, services) -> {
            services.sort(Comparator.comparing(Found::plugin));
            Map<String, String> served = new HashMap<>();
            services.forEach(service -> all.add(info(service, served, states.get(service.plugin.serviceId()),
                    refusals.get(service.plugin.serviceId()))));
        });
        return all;
    }

    private PluginInfo info(Found found, Map<String, String> served, PluginRecord.State state, String refusal) {
        Plugin<Object> plugin = found.plugin;
        Bundle bundle = found.reference.getBundle();
        String owner = bundle == null ? "?" : bundle.getSymbolicName();
        int failures = state == null ? 0 : state.failures();
        Instant until = state == null ? null : state.quarantinedUntil();
        PluginInfo info = new PluginInfo(plugin.name(), found.type, owner, bundle == null ? "?" : bundle.getVersion().toString(),
                plugin.serviceId(), plugin.ranking(), PluginProperties.isOurs(owner), "used", null, failures, until);
        List<String> missing = List.of(found.point.required()).stream().filter(name -> plugin.values(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            return info.in("invalid", "It has no " + String.join(", ", missing) + ".");
        }
        if (calls.disabled().contains(plugin.name())) {
            return info.in("disabled", "The operator has disabled it.");
        }
        if (refusal != null) {
            return info.in("refused", refusal);
        }
        String winner = winner(found, served);
        if (winner != null) {
            return info.in("shadowed", winner + " has the higher ranking.");
        }
        if (state == null || state.problem() == null) {
            PluginRecord.Shadow shadow = state == null ? null : state.shadow();
            return shadow == null ? info : info.in(shadow.wholly() ? "shadowed" : "used", shadow.reason());
        }
        return info.in(state.quarantined() ? "quarantined" : "failing", state.problem());
    }

    /** Who serves all values of the exclusive property instead, or null. */
    private static String winner(Found found, Map<String, String> served) {
        if (found.point.exclusive().isEmpty()) {
            return null;
        }
        Set<String> values = new HashSet<>(found.plugin.values(found.point.exclusive()));
        String winner = values.stream().map(served::get).filter(name -> name != null).findFirst().orElse(null);
        boolean all = served.keySet().containsAll(values);
        values.forEach(value -> served.putIfAbsent(value, found.plugin.name()));
        return all ? winner : null;
    }

    private Map<String, List<Found>> found() {
        Map<String, List<Found>> found = new TreeMap<>();
        for (ServiceReference<?> reference : references()) {
            for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
                ExtensionPoint point = point(name);
                if (point != null) {
                    String type = name.substring(name.lastIndexOf('.') + 1);
                    found.computeIfAbsent(type, fresh -> new ArrayList<>()).add(new Found(type, point, reference, plugin(reference)));
                }
            }
        }
        return found;
    }

    private ServiceReference<?>[] references() {
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(null, OURS);
            return references == null ? new ServiceReference<?>[0] : references;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A name without {@code component.name} is that of the class; such a service is there already, so asking for it makes none. */
    private Plugin<Object> plugin(ServiceReference<?> reference) {
        Map<String, Object> properties = PluginProperties.of(reference);
        if (properties.containsKey("component.name")) {
            return new Plugin<>(reference, properties);
        }
        Object service = context.getService(reference);
        try {
            return new Plugin<>(service == null ? reference : service, properties);
        } finally {
            context.ungetService(reference);
        }
    }

    private static ExtensionPoint point(String type) {
        if (!type.startsWith("com.pivotino.crm.api.")) {
            return null;
        }
        try {
            return FrameworkUtil.getBundle(ExtensionPoint.class).loadClass(type).getAnnotation(ExtensionPoint.class);
        } catch (ClassNotFoundException e) {
            // A type of another version of the API: none that this one can ask.
            return null;
        }
    }
}
