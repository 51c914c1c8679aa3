package com.pivotino.crm.runtime.internal.module;

import static org.junit.Assert.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.startlevel.BundleStartLevel;

public class ModuleWatchTest {

    private final Bundle shipped = bundle("crm-chatter-bundle", Bundle.RESOLVED, true);
    private final Bundle hotfix = bundle("crm-chatter-bundle", Bundle.ACTIVE, true);
    private final Bundle stopped = bundle("crm-directory-bundle", Bundle.RESOLVED, false);

    @Test
    public void a_version_that_waits_while_another_serves_is_no_fault() {
        assertEquals(List.of(), ModuleWatch.unstarted(shipped, hotfix, stopped));
        assertEquals(List.of("crm-chatter-bundle"), ModuleWatch.unstarted(shipped, stopped));
    }

    @Test
    public void a_module_that_somebody_has_stopped_is_named() {
        assertEquals(List.of(stopped), ModuleWatch.stopped(shipped, stopped));
        assertEquals(List.of(), ModuleWatch.stopped(stopped, bundle("crm-directory-bundle", Bundle.ACTIVE, true)));
    }

    private Bundle bundle(String name, int state, boolean started) {
        Object level = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {BundleStartLevel.class},
                (proxy, method, arguments) -> started);
        return (Bundle) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Bundle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "getState" -> state;
                    case "getHeaders" -> new Hashtable<>(Map.of(Module.HEADER, name));
                    case "adapt" -> level;
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> name;
                    default -> 0;
                });
    }
}
