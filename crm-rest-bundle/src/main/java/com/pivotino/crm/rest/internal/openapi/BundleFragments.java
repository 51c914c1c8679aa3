package com.pivotino.crm.rest.internal.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The file {@code openapi/<module>.yaml} of every active bundle with the header {@code CRM-Module}, and the further ones
 * {@code openapi/<module>-<part>.yaml} if the contract is better told in parts.
 */
public final class BundleFragments implements Fragments {

    private static final String HEADER = "CRM-Module";

    private final BundleContext context;

    public BundleFragments(BundleContext context) {
        this.context = context;
    }

    @Override
    public String version() {
        return modules().map(bundle -> bundle.getBundleId() + "@" + bundle.getLastModified()).collect(Collectors.joining(","));
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> fragments = new LinkedHashMap<>();
        modules().forEach(bundle -> {
            String module = bundle.getHeaders("").get(HEADER).strip();
            add(fragments, module, bundle.getEntry("openapi/" + module + ".yaml"));
            Enumeration<URL> further = bundle.findEntries("openapi", module + "-*.yaml", false);
            while (further != null && further.hasMoreElements()) {
                URL entry = further.nextElement();
                add(fragments, entry.getPath().replaceAll(".*/|\\.yaml$", ""), entry);
            }
        });
        return fragments;
    }

    private static void add(Map<String, String> fragments, String name, URL entry) {
        if (entry != null) {
            fragments.putIfAbsent(name, text(entry));
        }
    }

    private Stream<Bundle> modules() {
        Bundle own = context.getBundle();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE && bundle.getHeaders("").get(HEADER) != null || bundle == own)
                .sorted(Comparator.comparing((Bundle bundle) -> !bundle.equals(own)).thenComparing(Bundle::getBundleId));
    }

    private static String text(URL url) {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A contract cannot be read from its bundle", e);
        }
    }
}
