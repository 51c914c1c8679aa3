package com.pivotino.crm.rest.internal.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which resource answers which path, and which paths are known although their resource is away: those are 503 and not 404.
 * Resources come and go one by one; readers never wait.
 */
final class RouteTable {

    private static final Comparator<Entry> MOST_EXACT_FIRST = Comparator.comparingInt((Entry entry) -> entry.route.literals())
            .reversed().thenComparing(entry -> entry.route);

    private static final Logger LOG = LoggerFactory.getLogger(RouteTable.class);

    private volatile List<Entry> live = List.of();
    private volatile List<Entry> known = List.of();
    private volatile BooleanSupplier settled = () -> true;

    /** @param begin the path before its first parameter, which is quicker to compare */
    private record Entry(Route route, Pattern pattern, String begin, Published published) {

        Entry(Route route, Published published) {
            this(route, route.pattern(), route.begin(), published);
        }

        boolean matches(String path) {
            return path.startsWith(begin) && pattern.matcher(path).matches();
        }
    }

    /**
     * Where a request goes.
     *
     * @param published the resource, or null
     * @param away      whether the path is known and its resource is not there now
     */
    record Target(Published published, boolean away) {
    }

    /** Until this is true any path may belong to a resource that has not come yet. */
    void settled(BooleanSupplier complete) {
        settled = complete;
    }

    synchronized void add(Published published) {
        List<Entry> grown = new ArrayList<>(live);
        for (Entry entry : live) {
            if (published.routes().contains(entry.route)) {
                LOG.warn("{} of {} is shadowed by {}", entry.route, published.name(), entry.published.name());
            }
        }
        published.routes().forEach(route -> grown.add(new Entry(route, published)));
        grown.sort(MOST_EXACT_FIRST);
        live = List.copyOf(grown);
        remember(published.routes());
    }

    synchronized void remove(Published published) {
        live = live.stream().filter(entry -> entry.published != published).toList();
    }

    /** Paths that are known from now on, also from an earlier run. */
    synchronized void remember(Collection<Route> routes) {
        Set<Route> fresh = new TreeSet<>(routes);
        known.forEach(entry -> fresh.remove(entry.route));
        if (!fresh.isEmpty()) {
            List<Entry> grown = new ArrayList<>(known);
            fresh.forEach(route -> grown.add(new Entry(route, null)));
            known = List.copyOf(grown);
        }
    }

    Set<Route> liveRoutes() {
        Set<Route> routes = new TreeSet<>();
        live.forEach(entry -> routes.add(entry.route));
        return routes;
    }

    /** @param path the raw path, without matrix parameters */
    Target find(String method, String path) {
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String wanted = method.equals("HEAD") ? "GET" : method;
        Published other = null;
        for (Entry entry : live) {
            if (entry.matches(plain)) {
                if (entry.route.method().equals(wanted)) {
                    return new Target(entry.published, false);
                }
                other = other == null ? entry.published : other;
            }
        }
        boolean away = known.stream().anyMatch(entry -> entry.route.method().equals(wanted) && entry.matches(plain))
                || !settled.getAsBoolean();
        return new Target(away ? null : other, away || other == null && known.stream().anyMatch(entry -> entry.matches(plain)));
    }
}
