package com.pivotino.crm.runtime.internal.module;

import com.pivotino.crm.api.module.ModuleInfo;
import com.pivotino.crm.api.module.ModuleRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final BundleContext context;
    private final BundleTracker<Module> tracker;

    @Activate
    public ModuleWatch(BundleContext context) {
        this.context = context;
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

    /** Modules that are installed and meant to run, but do not: not started yet, or not to be started. */
    public List<String> awaited() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0 && isMeantToRun(bundle))
                .map(bundle -> bundle.getHeaders("").get(Module.HEADER)).filter(Objects::nonNull).map(String::strip)
                .filter(name -> !modules.containsKey(name)).sorted().toList();
    }

    /** False for one that an operator has stopped. */
    private static boolean isMeantToRun(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return level != null && level.isPersistentlyStarted();
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
