package com.pivotino.crm.itests;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** Two providers of one API, each wired by some, break late and far from the cause (RELIABILITY R-07). */
public class OneProviderIT extends InProduct {

    private static final List<String> SHARED = List.of("javax.persistence", "javax.transaction", "javax.ws.rs", "javax.servlet",
            "javax.annotation", "javax.xml.bind", "com.fasterxml.jackson", "com.pivotino.crm.api", "org.apache.cxf", "org.eclipse.jetty");

    @Test
    public void every_shared_package_is_wired_from_one_bundle() {
        Container.ready();
        Map<String, Set<String>> providers = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null) {
                wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).forEach(wire -> note(wire, providers));
            }
        }
        providers.values().removeIf(bundles -> bundles.size() < 2);
        assertEquals("Packages wired from more than one bundle", Map.of(), providers);
    }

    private static void note(BundleWire wire, Map<String, Set<String>> providers) {
        String name = String.valueOf(wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
        if (SHARED.stream().anyMatch(shared -> name.equals(shared) || name.startsWith(shared + "."))) {
            Bundle provider = wire.getProvider().getBundle();
            providers.computeIfAbsent(name, key -> new TreeSet<>()).add(provider.getSymbolicName() + " " + provider.getVersion());
        }
    }
}
