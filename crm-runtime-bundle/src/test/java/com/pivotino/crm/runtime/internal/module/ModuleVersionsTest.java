package com.pivotino.crm.runtime.internal.module;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Version;

public class ModuleVersionsTest {

    private static final String NAME = "crm-chatter-bundle";

    private final Map<Long, Integer> states = new TreeMap<>();
    private final List<Bundle> bundles = new ArrayList<>();
    private final ModuleVersions versions = new ModuleVersions(context(), Path.of("nowhere"));

    @Test
    public void the_higher_version_serves_and_the_lower_one_comes_back() {
        bundles.add(bundle(1, "1.0.0"));
        versions.settle(NAME);
        assertEquals(List.of(Bundle.ACTIVE), List.copyOf(states.values()));
        bundles.add(bundle(2, "1.0.10"));
        versions.settle(NAME);
        assertEquals(List.of(Bundle.RESOLVED, Bundle.ACTIVE), List.copyOf(states.values()));
        bundles.add(bundle(3, "1.0.2"));
        versions.settle(NAME);
        assertEquals(List.of(Bundle.RESOLVED, Bundle.ACTIVE, Bundle.RESOLVED), List.copyOf(states.values()));
        bundles.remove(1);
        versions.settle(NAME);
        assertEquals(Integer.valueOf(Bundle.ACTIVE), states.get(3L));
        assertEquals(Integer.valueOf(Bundle.RESOLVED), states.get(1L));
        bundles.remove(1);
        versions.settle(NAME);
        assertEquals(Integer.valueOf(Bundle.ACTIVE), states.get(1L));
    }

    @Test
    public void a_lower_version_is_gone_before_the_higher_one_has_a_component() {
        bundles.add(bundle(1, "1.0.0"));
        bundles.add(bundle(2, "1.0.1"));
        states.put(2L, Bundle.STARTING);
        versions.bundleChanged(new BundleEvent(BundleEvent.STARTING, bundles.get(1)));
        assertEquals(List.of(Bundle.RESOLVED, Bundle.STARTING), List.copyOf(states.values()));
        states.put(2L, Bundle.RESOLVED);
        versions.settle(NAME);
        assertEquals("The higher one could not start", Integer.valueOf(Bundle.ACTIVE), states.get(1L));
    }

    @Test
    public void what_somebody_has_stopped_stays_stopped() {
        bundles.add(bundle(1, "1.0.0"));
        states.put(1L, Bundle.RESOLVED);
        versions.settle(NAME);
        assertEquals(List.of(Bundle.RESOLVED), List.copyOf(states.values()));
    }

    private Bundle bundle(long id, String version) {
        states.put(id, Bundle.ACTIVE);
        return (Bundle) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> NAME;
                    case "getVersion" -> Version.parseVersion(version);
                    case "getLocation" -> "mvn:" + NAME + "/" + version;
                    case "getBundleId" -> id;
                    case "getState" -> states.get(id);
                    case "getHeaders" -> new Hashtable<>(Map.of(Module.HEADER, "chatter"));
                    case "start" -> states.put(id, Bundle.ACTIVE) == null ? null : null;
                    case "stop" -> states.put(id, Bundle.RESOLVED) == null ? null : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private BundleContext context() {
        Bundle system = (Bundle) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> Bundle.ACTIVE);
        return (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> method.getName().equals("getBundles") ? bundles.toArray(new Bundle[0]) : system);
    }
}
