package com.pivotino.crm.runtime.internal.module;

import com.pivotino.crm.api.module.ModuleInfo;
import com.pivotino.crm.api.module.ModuleRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Watches bundles with the header {@code CRM-Module} come and go, and remembers how their schemas are. */
@Component(service = {ModuleRegistry.class, ModuleWatch.class}, immediate = true)
public final class ModuleWatch implements ModuleRegistry, BundleTrackerCustomizer<Module> {

    /** Hears of modules; the ones that are there already are told first. */
    public interface Listener {

        void came(Module module);

        void went(Module module);
    }

    private final Map<String, Module> modules = new ConcurrentSkipListMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final BundleTracker<Module> tracker;

    @Activate
    public ModuleWatch(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    public void close() {
        tracker.close();
    }

    @Override
    public List<ModuleInfo> modules() {
        return modules.values().stream().map(Module::info).toList();
    }

    /** The modules that are here, by name. */
    public List<Module> all() {
        return List.copyOf(modules.values());
    }

    /**
     * Symbolic names of the modules among the bundles that somebody has started and that do not run nevertheless. A version that
     * waits while another one of its module serves is none of them.
     */
    public static List<String> unstarted(Bundle... bundles) {
        return idle(bundles).filter(bundle -> bundle.adapt(BundleStartLevel.class).isPersistentlyStarted())
                .map(Bundle::getSymbolicName).sorted().toList();
    }

    /** The modules that are installed and that somebody has stopped: the stop outlives a restart. */
    public static List<Bundle> stopped(Bundle... bundles) {
        return idle(bundles).filter(bundle -> !bundle.adapt(BundleStartLevel.class).isPersistentlyStarted()).sorted().toList();
    }

    /** Bundles of modules of which no version runs. */
    private static Stream<Bundle> idle(Bundle... bundles) {
        Set<String> running = Arrays.stream(bundles).filter(ModuleWatch::runs).map(Bundle::getSymbolicName)
                .filter(Objects::nonNull).collect(Collectors.toSet());
        return Arrays.stream(bundles).filter(bundle -> bundle.getHeaders("").get(Module.HEADER) != null)
                .filter(bundle -> !runs(bundle) && !running.contains(bundle.getSymbolicName()));
    }

    static boolean runs(Bundle bundle) {
        return (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) != 0;
    }

    public synchronized void add(Listener listener) {
        listeners.add(listener);
        modules.values().forEach(listener::came);
    }

    public synchronized void remove(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized Module addingBundle(Bundle bundle, BundleEvent event) {
        String name = bundle.getHeaders("").get(Module.HEADER);
        if (name == null) {
            return null;
        }
        Module module = new Module(name.strip(), bundle);
        modules.put(module.name(), module);
        listeners.forEach(listener -> listener.came(module));
        return module;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Module module) {
        // From starting to active; nobody needs to know.
    }

    @Override
    public synchronized void removedBundle(Bundle bundle, BundleEvent event, Module module) {
        modules.remove(module.name(), module);
        listeners.forEach(listener -> listener.went(module));
    }
}
