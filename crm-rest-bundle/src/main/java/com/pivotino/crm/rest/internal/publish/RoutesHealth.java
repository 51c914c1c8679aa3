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
    private volatile String complete = "";

    RoutesHealth(Fragments fragments, Supplier<Set<Route>> live) {
        this.fragments = fragments;
        this.live = live;
    }

    @Override
    public String problem() {
        String version = fragments.version();
        if (version.equals(complete)) {
            return null;
        }
        Set<String> missing = new TreeSet<>();
        fragments.all().values().forEach(text -> missing.addAll(operations(text)));
        live.get().forEach(route -> missing.remove(route.toString()));
        if (missing.isEmpty()) {
            complete = version;
            return null;
        }
        return missing.size() + " operations are not answered yet, such as " + missing.iterator().next();
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
