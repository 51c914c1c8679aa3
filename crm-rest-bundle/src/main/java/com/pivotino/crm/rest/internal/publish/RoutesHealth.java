package com.pivotino.crm.rest.internal.publish;

import com.pivotino.crm.api.module.HealthCheck;
import com.pivotino.crm.rest.internal.openapi.Fragments;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ready means that every operation in the contracts of the bundles that are there is answered. */
final class RoutesHealth implements HealthCheck {

    private static final Pattern LINE = Pattern.compile("(?m)^(?: {2}(/\\S*):| {4}(get|post|put|patch|delete):)\\s*$");

    private final Fragments fragments;
    private final Supplier<Set<Route>> live;
    private volatile Contracts contracts = new Contracts("", Set.of());

    /** The operations of all contracts, read once a version: readiness is asked every few seconds. */
    private record Contracts(String version, Set<String> operations) { }

    RoutesHealth(Fragments fragments, Supplier<Set<Route>> live) {
        this.fragments = fragments;
        this.live = live;
    }

    @Override
    public String problem() {
        Set<String> missing = new TreeSet<>(promised());
        // Never kept: a resource that was there may be replaced right after a start.
        live.get().forEach(route -> missing.remove(route.toString()));
        return missing.isEmpty() ? null
                : missing.size() + " operations are not answered yet, such as " + missing.iterator().next();
    }

    private Set<String> promised() {
        String version = fragments.version();
        Contracts known = contracts;
        if (!version.equals(known.version())) {
            Set<String> operations = new TreeSet<>();
            fragments.all().values().forEach(text -> operations.addAll(operations(text)));
            known = new Contracts(version, operations);
            contracts = known;
        }
        return known.operations();
    }

    private static Set<String> operations(String contract) {
        Set<String> found = new TreeSet<>();
        String path = "";
        for (Matcher line = LINE.matcher(contract); line.find();) {
            if (line.group(1) != null) {
                path = line.group(1);
            } else {
                found.add(line.group(2).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return found;
    }
}
