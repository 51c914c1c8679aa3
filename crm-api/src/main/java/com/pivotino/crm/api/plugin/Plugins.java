package com.pivotino.crm.api.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The services of one interface as they come, change and go, sorted as the framework sorts them. A component hands over what
 * it is told about a dynamic reference:
 *
 * <pre>{@code
 * private final Plugins<StageGuard> guards = Plugins.of(StageGuard.class);
 *
 * @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
 * void addGuard(StageGuard guard, Map<String, Object> properties) { guards.come(guard, properties); }
 * void updatedGuard(StageGuard guard, Map<String, Object> properties) { guards.come(guard, properties); }
 * void removeGuard(StageGuard guard) { guards.go(guard); }
 * }</pre>
 *
 * <p>Which properties are required and which one is exclusive says {@link ExtensionPoint} on the interface. A service without a
 * required property is ignored, with one warning, and listed as {@link #invalid}. Thread-safe; each list is a snapshot.
 */
public final class Plugins<S> {

    private static final int MOST_NAMED = 5;
    private static final System.Logger LOG = System.getLogger(Plugins.class.getName());

    private final String type;
    private final List<String> required;
    private final String exclusive;
    private final Map<S, Plugin<S>> present = new IdentityHashMap<>();
    private volatile State<S> state = new State<>(List.of(), List.of(), List.of(), 0);

    /**
     * A service that is ignored.
     *
     * @param plugin  the service
     * @param problem what it lacks, for the operator
     */
    public record Invalid<S>(Plugin<S> plugin, String problem) {
    }

    private record State<S>(List<Plugin<S>> used, List<Plugin<S>> shadowed, List<Invalid<S>> invalid, long changes) {
    }

    private Plugins(String type, List<String> required, String exclusive) {
        this.type = type;
        this.required = required;
        this.exclusive = exclusive;
    }

    /** For an interface; without {@link ExtensionPoint} nothing is required and nothing is exclusive. */
    public static <S> Plugins<S> of(Class<S> type) {
        ExtensionPoint point = type.getAnnotation(ExtensionPoint.class);
        return point == null ? new Plugins<>(type.getSimpleName(), List.of(), "")
                : new Plugins<>(type.getSimpleName(), List.of(point.required()), point.exclusive());
    }

    /**
     * A service has come, or has other properties now.
     *
     * @return whether it is valid
     */
    public synchronized boolean come(S service, Map<String, Object> properties) {
        Plugin<S> plugin = new Plugin<>(service, properties);
        Plugin<S> before = present.put(service, plugin);
        settle();
        String problem = problem(plugin);
        if (problem != null && (before == null || problem(before) == null)) {
            LOG.log(System.Logger.Level.WARNING, "The {0} {1} of bundle {2} is ignored: {3}", type, plugin.name(),
                    String.valueOf(plugin.bundleId()), problem);
        }
        return problem == null;
    }

    /** A service has gone; one that is not known is no error. */
    public synchronized void go(S service) {
        if (present.remove(service) != null) {
            settle();
        }
    }

    /** The services that are used, best first: the valid ones without those that are shadowed. */
    public List<Plugin<S>> used() {
        return state.used;
    }

    /** Of the used ones those whose property selects the value (see {@link Plugin#matches}), best first. */
    public List<Plugin<S>> matching(String property, Object value) {
        return state.used.stream().filter(plugin -> plugin.matches(property, value)).toList();
    }

    /** The best one whose property selects the value. */
    public Optional<Plugin<S>> best(String property, Object value) {
        return state.used.stream().filter(plugin -> plugin.matches(property, value)).findFirst();
    }

    /** Valid services that are not used, since a higher ranking one serves each value of the exclusive property. */
    public List<Plugin<S>> shadowed() {
        return state.shadowed;
    }

    /**
     * Compares what several plugins bring by key: the higher ranking has it. Tells the operator of plugins of which something is
     * not used, and once more when all of it is.
     *
     * @param brought by plugin, best first, the keys that it brings
     */
    public static <S> void tellShadowed(PluginInvoker invoker, Map<Plugin<S>, ? extends Collection<String>> brought) {
        Map<String, Plugin<S>> owners = new LinkedHashMap<>();
        brought.forEach((plugin, keys) -> {
            List<String> lost = keys.stream().filter(key -> owners.containsKey(key) && owners.get(key) != plugin).distinct().toList();
            String reason = lost.isEmpty() ? null : lost.stream().limit(MOST_NAMED)
                    .map(key -> key + " is that of " + owners.get(key).name())
                    .collect(Collectors.joining(", ", "", ", which has the higher ranking."));
            keys.forEach(key -> owners.putIfAbsent(key, plugin));
            invoker.shadowed(plugin, !lost.isEmpty() && lost.size() == new HashSet<>(keys).size(), reason);
        });
    }

    /** Services that are ignored, and why. */
    public List<Invalid<S>> invalid() {
        return state.invalid;
    }

    public boolean isEmpty() {
        return state.used.isEmpty();
    }

    /** Number of changes to the set of plugins so far; callers use it to invalidate cached answers. */
    public long changes() {
        return state.changes;
    }

    private void settle() {
        List<Plugin<S>> used = new ArrayList<>();
        List<Plugin<S>> shadowed = new ArrayList<>();
        List<Invalid<S>> invalid = new ArrayList<>();
        Set<String> served = new HashSet<>();
        present.values().stream().sorted().forEach(plugin -> {
            String problem = problem(plugin);
            if (problem != null) {
                invalid.add(new Invalid<>(plugin, problem));
            } else if (exclusive.isEmpty() || served.addAll(plugin.values(exclusive))) {
                used.add(plugin);
            } else {
                shadowed.add(plugin);
            }
        });
        state = new State<>(List.copyOf(used), List.copyOf(shadowed), List.copyOf(invalid), state.changes + 1);
    }

    private String problem(Plugin<S> plugin) {
        String missing = String.join(", ", required.stream().filter(name -> plugin.values(name).isEmpty()).toList());
        return missing.isEmpty() ? null : "it has no " + missing;
    }

    @Override
    public String toString() {
        return type + state.used.stream().map(Plugin::name).toList();
    }
}
